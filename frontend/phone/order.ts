/** An order of one's own: everybody gets the same things, and nothing comes first for everyone, since
 *  what stands on top is chosen more often. */

import { me } from "../lib/store";

/** The things in this person's order, which stays as it is when one is added. */
export function ownOrder<T extends { readonly id: string }>(things: readonly T[]): T[] {
  const mine = me.value?.id ?? "";
  const placed = things.map((it) => ({ it, place: hash(`${mine} ${it.id}`) }));
  return placed.sort((a, b) => a.place - b.place).map(({ it }) => it);
}

/** FNV-1a with the last steps of MurmurHash3, so that ids that differ in one letter lie far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const letter of text) h = Math.imul(h ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
