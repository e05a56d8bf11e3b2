/** Where one is in a ballot, and what is asked in one's own order. */

import { PASSIVE } from "../../../lib/ballot";
import type { Kept } from "../../../lib/store";
import { myVotes, type Thing, thingsAsked } from "../../../lib/votes";
import type { BallotSeen } from "../../../lib/wire";
import type { useAsking } from "../../asking";
import { ownOrder } from "../../order";
import { chosenPlace, OVERVIEW } from "../../walk";

export type AskingProps = ReturnType<typeof useAsking> & {
  readonly ballot: Kept<BallotSeen>;
  readonly open: boolean;
};

/** The themes of a ballot, in one's own order. */
export const themesOf = (round: string): Thing[] => ownOrder(thingsAsked(round).filter(({ id }) => id !== PASSIVE));

/** All that is answered one at a time: the themes, and then what the method asks besides. */
export const thingsOf = (round: string): Thing[] => [...themesOf(round), ...thingsAsked(round).filter(({ id }) => id === PASSIVE)];

/** What is before one; on coming in the first without an answer. */
export function placeIn(round: string): string {
  const mine = myVotes(round);
  return chosenPlace(round) ?? thingsOf(round).find(({ id }) => !mine.has(id))?.id ?? OVERVIEW;
}
