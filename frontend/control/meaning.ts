/** What may belong together two by two, as the server finds it; it is asked now and then. */

import { type ReadonlySignal, signal } from "@preact/signals";
import { position, question } from "../lib/connection";
import { useNowAndThen } from "../lib/now-and-then";
import type { Pairs } from "../lib/wire";

const EVERY = 20_000; // ms between two questions, when something changed
const ANSWER_FOR = 120_000; // ms; the first answer reads every text

interface Told {
  /** Ids two by two, the likeliest first. */
  readonly told: ReadonlySignal<Pairs["pairs"]>;
  /** Keep asking while this is on the screen. */
  readonly useAsking: () => void;
}

function asking(event: "alike" | "fits"): Told {
  const told = signal<Pairs["pairs"]>([]);
  let askedAt = -1;
  const look = async () => {
    const { view } = position.peek();
    if (view === askedAt) return;
    askedAt = view;
    const answer = await question<Pairs>(event, ANSWER_FOR);
    if (answer) told.value = answer.pairs;
    else askedAt = -1;
  };
  return { told, useAsking: () => useNowAndThen(look, EVERY) };
}

/** Ideas that may say the same in other words. */
export const alike = asking("alike");
/** A success factor, and a bottleneck that it may help with. */
export const fits = asking("fits");
