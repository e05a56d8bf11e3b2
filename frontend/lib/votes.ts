/** What a person, or a guest whom one helps, answered in a ballot, ahead of the server. */

import { boot } from "./boot";
import { aboutName, ballotOf, PASSIVE } from "./ballot";
import { isVoters, voter } from "./guest";
import { underWay } from "./outbox";
import { collection, entity, own } from "./store";
import type { Vote } from "./wire";

export interface Mine {
  /** Nothing when one abstains. */
  readonly value?: number | undefined;
  readonly reason?: string | undefined;
}

/** What one abstains from when that is the whole ballot. */
export const WHOLE = "";

/** What can be answered: a theme, or what the method asks besides. */
export interface Thing {
  readonly id: string;
  readonly name: string;
}

/** All that is answered one at a time, in the order in which it was put to the vote. */
export function thingsAsked(round: string): Thing[] {
  const ballot = ballotOf(round);
  const themes = (ballot?.themes ?? []).flatMap((id) => entity("themes", id) ?? []);
  const besides = ballot?.method === "systemic" && themes.length > 0;
  return besides ? [...themes, { id: PASSIVE, name: aboutName(PASSIVE) }] : themes;
}

/** The votes that are shown here: one's own with those of one's guests, or those of all guests. */
const shown = (round: string): Vote[] =>
  Object.values((boot.audience === "participant" ? own("votes") : collection("votes")).value).filter((vote) => vote.round === round);

const stored = (round: string): Vote[] => shown(round).filter(({ participant }) => participant === voter.value);

/** Who answered one thing, or abstained from it, of those whose votes are shown here. */
export const votersOn = (round: string, about: string): ReadonlySet<string> =>
  new Set(shown(round).flatMap((vote) => (vote.about === about && !vote.open ? (vote.participant ?? []) : [])));

/** What was asked → the answer, as it will be. */
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

/** The pairs in somebody's hand and those they had, in the order in which they were dealt. */
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
