/** Walking through the themes of a vote one at a time, to all of one's answers together at the end. */

import { signal } from "@preact/signals";
import { guest } from "../lib/guest";

/** Not a theme, but all of one's answers together. */
export const OVERVIEW = "";

const key = (round: string): string => `${guest.value} ${round}`;

const places = signal<Readonly<Record<string, string>>>({});
const overviewed = signal<ReadonlySet<string>>(new Set());

/** The theme one went to, or the overview; nothing for who has not moved yet. */
export const chosenPlace = (round: string): string | undefined => places.value[key(round)];

export function goTo(round: string, place: string): void {
  places.value = { ...places.value, [key(round)]: place };
  if (place === OVERVIEW) overviewed.value = new Set([...overviewed.value, key(round)]);
}

/** Whether one went through all of it once, and now only looks something up or changes it. */
export const wentThrough = (round: string): boolean => overviewed.value.has(key(round));
