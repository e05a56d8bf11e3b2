/** What the room can look at one by one, per kind of round, and how long each may speak. */

import type { BallotPicture, PollPicture, RoundSeen } from "../lib/wire";
import { initiatives, themes } from "./room";
import { MAP } from "./unveil";
import { entity, type Kept, list, picture } from "../lib/store";

interface Turn {
  readonly id: string;
  readonly seconds: number;
}

const PRESENTING = 120; // seconds, for a card; the other kinds have it as a setting

const seconds = (round: RoundSeen, setting: string): number =>
  Number((round.settings as Record<string, unknown>)[setting] ?? PRESENTING);

const TURNS: Record<string, (round: Kept<RoundSeen>) => Turn[]> = {
  introductions: (round) =>
    round.phase === MAP ? [] : initiatives.value.map(({ id }) => ({ id, seconds: seconds(round, "speaking_seconds") })),
  clustering: () => themes.value.map(({ id }) => ({ id, seconds: 0 })),
  // From the least carried to the most: the afternoon works towards what it agrees on.
  poll: (round) =>
    [...(picture<PollPicture>(round.id)?.results ?? [])]
      .reverse()
      .map(({ theme }) => ({ id: theme, seconds: 0 })),
  ballot: (round) =>
    (picture<BallotPicture>(round.id)?.results ?? [])
      .filter(({ theme }) => entity("themes", theme))
      .map(({ theme }) => ({ id: theme, seconds: 0 })),
  elaboration: (round) =>
    list("cards")
      .value.filter((card) => card.round === round.id)
      .map(({ id }) => ({ id, seconds: PRESENTING })),
  workgroups: (round) =>
    list("groups")
      .value.filter((group) => group.round === round.id)
      .map(({ id }) => ({ id, seconds: seconds(round, "pitch_seconds") })),
};

/** Everything that can be put before the room in this round, in order. */
export const turns = (round: Kept<RoundSeen>): Turn[] => TURNS[round.kind]?.(round) ?? [];

/** The one after (step 1) or before (step -1) what is shown; past either end, nothing: the overview. */
export function turnFrom(round: Kept<RoundSeen>, step: 1 | -1): Turn {
  const all = turns(round);
  const here = all.findIndex(({ id }) => id === round.focus);
  const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
  return all[next] ?? { id: "", seconds: 0 };
}
