/** Ideas that may say the same in other words, as the server finds them; it is asked now and then. */

import { signal } from "@preact/signals";
import { position, question } from "../lib/connection";
import { useNowAndThen } from "../lib/now-and-then";
import type { Alike } from "../lib/wire";

const EVERY = 20_000; // ms between two questions, when something changed
const ANSWER_FOR = 120_000; // ms; the first answer reads every idea

/** Ids two by two, the likeliest first. */
export const told = signal<Alike["pairs"]>([]);
let askedAt = -1;

/** Keep asking while this is on the screen. */
export function useAlike(): void {
  useNowAndThen(look, EVERY);
}

async function look(): Promise<void> {
  const { view } = position.peek();
  if (view === askedAt) return;
  askedAt = view;
  const answer = await question<Alike>("alike", ANSWER_FOR);
  if (answer) told.value = answer.pairs;
  else askedAt = -1;
}
