/** In which themes a loose idea may fit, as the server suggests it. It is asked now and then while a
 *  screen shows loose ideas, and is no part of the view. */

import { signal } from "@preact/signals";
import { position, question } from "./connection";
import { useNowAndThen } from "./now-and-then";
import type { Suggested } from "./wire";

const EVERY = 6000; // ms between two questions, when something changed
const ANSWER_FOR = 120_000; // ms; the first answer reads every idea

const told = signal<Suggested | undefined>(undefined);
let askedAt = -1;
let asking = false;

/** Whether this server has suggestions; not as long as it did not say so. */
export const suggesting = (): boolean => told.value?.available === true;

/** The ids of at most three themes, the likeliest first. */
export function suggestedFor(idea: string): string[] {
  const { themes = [], ideas = {} } = told.value ?? {};
  return (ideas[idea] ?? []).flatMap((place) => themes[place] ?? []);
}

/** Keep asking while this is on the screen. */
export function useSuggestions(): void {
  useNowAndThen(look, EVERY);
}

async function look(): Promise<void> {
  const { view } = position.peek();
  if (asking || view === askedAt || told.peek()?.available === false) return;
  asking = true;
  const answer = await question<Suggested>("suggest", ANSWER_FOR);
  asking = false;
  if (!answer) return;
  askedAt = view;
  told.value = answer;
}
