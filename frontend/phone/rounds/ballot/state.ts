/** What is asked in a ballot, and what one answered, ahead of the server. */

import { aboutName, ballotOf, PASSIVE } from "../../../lib/ballot";
import { isVoters, voter } from "../../../lib/guest";
import { underWay } from "../../../lib/outbox";
import { entity, type Kept, own } from "../../../lib/store";
import type { BallotSeen, ThemeSeen, Vote } from "../../../lib/wire";
import type { useAsking } from "../../asking";
import { ownOrder } from "../../order";
import { chosenPlace, OVERVIEW } from "../../walk";

export type AskingProps = ReturnType<typeof useAsking> & {
  readonly ballot: Kept<BallotSeen>;
  readonly open: boolean;
};

export interface Mine {
  /** Nothing when one abstains. */
  readonly value?: number | undefined;
  readonly reason?: string | undefined;
}

/** What was asked → my answer, as it will be. */
export function myVotes(round: string): ReadonlyMap<string, Mine> {
  const mine = new Map<string, Mine>();
  for (const { about = "", value, reason, open } of stored(round)) {
    if (!open) mine.set(about, { value: value ?? undefined, reason });
  }
  for (const { kind, data } of underWay.value) {
    if (kind === "ballot.vote" && data["round"] === round && isVoters(data)) take(mine, data as unknown as Said);
  }
  return mine;
}

const stored = (round: string): Vote[] =>
  Object.values(own("votes").value).filter((vote) => vote.round === round && vote.participant === voter.value);

/** The pairs in my hand and those I had, in the order in which they were dealt. */
export const pairsOf = (round: string): string[] =>
  stored(round)
    .filter(({ turn = 0 }) => turn > 0)
    .sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0))
    .map(({ about = "" }) => about);

interface Said extends Mine {
  readonly about: string;
  readonly abstain?: boolean;
}

function take(mine: Map<string, Mine>, { about, value, abstain, reason }: Said): void {
  if (about === WHOLE) mine.clear();
  else mine.delete(WHOLE);
  if (value === undefined && !abstain) mine.delete(about);
  else mine.set(about, { value: abstain ? undefined : value, reason });
}

/** What one abstains from when that is the whole ballot. */
export const WHOLE = "";

/** What can be answered: a theme, or what the method asks besides. */
export interface Thing {
  readonly id: string;
  readonly name: string;
}

/** The themes of a ballot, in one's own order. */
export const themesOf = (round: string): Kept<ThemeSeen>[] =>
  ownOrder((ballotOf(round)?.themes ?? []).flatMap((id) => entity("themes", id) ?? []));

/** All that is answered one at a time. */
export function thingsOf(round: string): Thing[] {
  const themes = themesOf(round);
  const besides = ballotOf(round)?.method === "systemic" && themes.length > 0;
  return besides ? [...themes, { id: PASSIVE, name: aboutName(PASSIVE) }] : themes;
}

/** What is before one; on coming in the first without an answer. */
export function placeIn(round: string): string {
  const mine = myVotes(round);
  return chosenPlace(round) ?? thingsOf(round).find(({ id }) => !mine.has(id))?.id ?? OVERVIEW;
}
