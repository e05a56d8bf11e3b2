/** What is asked in a ballot, and what one answered, ahead of the server. */

import { ballotOf } from "../../../lib/ballot";
import { underWay } from "../../../lib/outbox";
import { entity, type Kept, me, own } from "../../../lib/store";
import type { ThemeSeen } from "../../../lib/wire";
import { ownOrder } from "../../order";
import { chosenPlace, OVERVIEW } from "../../walk";

export interface Mine {
  /** Nothing when one abstains. */
  readonly value?: number | undefined;
  readonly reason?: string | undefined;
}

/** What was asked → my answer, as it will be. */
export function myVotes(round: string): ReadonlyMap<string, Mine> {
  const mine = new Map<string, Mine>();
  for (const { about = "", value, reason, ...vote } of Object.values(own("votes").value)) {
    if (vote.round === round && vote.participant === me.value?.id) mine.set(about, { value: value ?? undefined, reason });
  }
  for (const { kind, data } of underWay.value) {
    if (kind === "ballot.vote" && data["round"] === round) take(mine, data as unknown as Said);
  }
  return mine;
}

interface Said extends Mine {
  readonly about: string;
  readonly abstain?: boolean;
}

function take(mine: Map<string, Mine>, { about, value, abstain, reason }: Said): void {
  if (value === undefined && !abstain) mine.delete(about);
  else mine.set(about, { value: abstain ? undefined : value, reason });
}

/** The themes of a ballot, in one's own order. */
export const themesOf = (round: string): Kept<ThemeSeen>[] =>
  ownOrder((ballotOf(round)?.themes ?? []).flatMap((id) => entity("themes", id) ?? []));

/** The theme that is before one; on coming in the first without an answer. */
export function placeIn(round: string): string {
  const mine = myVotes(round);
  return chosenPlace(round) ?? themesOf(round).find(({ id }) => !mine.has(id))?.id ?? OVERVIEW;
}
