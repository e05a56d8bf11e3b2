/** Whether two ideas look the same, by their letters alone: the words people use, not what they mean.
 *  What denies something, or names another number, is never the same as what does not. */

const NEGATIONS = /(^| )(niet|niets|niemand|nooit|geen|nergens|zonder|not|no|never|nothing|nobody|without)( |$)/;
const kept = new Map<string, ReadonlySet<string>>();

const SAME = 0.6; // from this overlap two ideas look the same
export const WHILE_TYPING = 0.4; // and from this one an idea is offered to who is typing
export const ALONG = 0.25; // from this one an idea may go along with another in a theme

/** Small letters and digits, no accents, single spaces. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The trigrams of a text, its words' edges included. */
function grams(text: string): ReadonlySet<string> {
  const known = kept.get(text);
  if (known) return known;
  const spaced = ` ${plain(text)} `;
  const found = new Set<string>();
  for (let at = 0; at < spaced.length - 2; at++) found.add(spaced.slice(at, at + 3));
  kept.set(text, found);
  return found;
}

const numbers = (text: string): string => (text.match(/\d+/g) ?? []).sort().join(" ");

const opposed = (one: string, other: string): boolean =>
  NEGATIONS.test(plain(one)) !== NEGATIONS.test(plain(other)) || numbers(one) !== numbers(other);

/** How much two texts say the same, from 0 to 1: the overlap of their letters (Dice). */
function likeness(one: string, other: string): number {
  if (opposed(one, other)) return 0;
  const [mine, theirs] = [grams(one), grams(other)];
  if (mine.size === 0 || theirs.size === 0) return 0;
  let shared = 0;
  for (const gram of mine) if (theirs.has(gram)) shared++;
  return (2 * shared) / (mine.size + theirs.size);
}

/** The things that look most like a text, from some overlap on, the most alike first. */
export function similar<T extends { readonly text: string }>(text: string, things: readonly T[], from: number): T[] {
  return things
    .map((it) => ({ it, like: likeness(text, it.text) }))
    .filter(({ like }) => like >= from)
    .sort((a, b) => b.like - a.like)
    .map(({ it }) => it);
}

/** Pairs of things that look the same, the most alike first. */
export function pairs<T extends { readonly text: string }>(things: readonly T[]): [T, T][] {
  const found: { pair: [T, T]; like: number }[] = [];
  things.forEach((one, n) => {
    for (const other of things.slice(n + 1)) {
      const [a, b] = [grams(one.text).size, grams(other.text).size];
      if (Math.min(a, b) / Math.max(a, b) < SAME / (2 - SAME)) continue; // too unlike in length to overlap so much
      const like = likeness(one.text, other.text);
      if (like >= SAME) found.push({ pair: [one, other], like });
    }
  });
  return found.sort((a, b) => b.like - a.like).map(({ pair }) => pair);
}
