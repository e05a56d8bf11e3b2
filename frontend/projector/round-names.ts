/** What the rounds are called where they stand in a row, and which of them keep their name when the row is full. */

import { METHODS } from "../lib/ballot";
import type { Kept } from "../lib/store";
import type { BallotSeen, RoundSeen } from "../lib/wire";
import { shortRound } from "../lib/words";
import { wordWidths } from "./measure";

/** Of several ballots the method, and a number where two would be called the same. */
export function namesOf(plan: readonly Kept<RoundSeen>[]): readonly string[] {
  const several = plan.filter(({ kind }) => kind === "ballot").length > 1;
  const names = plan.map((round) => round.title || (several && methodName(round)) || shortRound(round.kind));
  return names.map((name, n) => {
    const alike = names.flatMap((other, m) => (other === name ? m : []));
    return alike.length > 1 ? `${name} ${alike.indexOf(n) + 1}` : name;
  });
}

const methodName = ({ kind, settings }: Kept<RoundSeen>): string =>
  kind === "ballot" ? METHODS[(settings as { method: BallotSeen["method"] }).method].name() : "";

const LETTERS = 1.375; // rem
const SPACE = 0.36; // rem between two words
const AROUND = 3.25; // rem: what a chip has around its name, and the gap behind it
const NUMBER = 1.6; // rem, of at most two digits

/** Which rounds have only their number, so that the others fit in so many rem: first those that were, then the last to come. */
export function numbered(names: readonly string[], here: number, room: number): ReadonlySet<number> {
  const widths = names.map(widthOf);
  const spare = widths.map((width) => Math.max(0, width - NUMBER));
  const folded = new Set<number>();
  let needed = widths.reduce((sum, width) => sum + width + AROUND, 0);
  const all = names.map((_, n) => n);
  for (const n of [...all.slice(0, Math.max(0, here)), ...all.slice(here + 1).reverse()]) {
    if (needed <= room) break;
    folded.add(n);
    needed -= spare[n] ?? 0;
  }
  return folded;
}

const widthOf = (name: string): number =>
  wordWidths(name, LETTERS, 700).reduce((sum, width) => sum + width + SPACE, -SPACE);
