/** Where on this phone one is in the round: one's own card, a part of it, or another's card. */

import { signal } from "@preact/signals";
import { initiative, type Kept } from "../../../lib/store";
import type { RoundSeen } from "../../../lib/wire";
import { isMine, type Part } from "./card";

export type Place =
  | { readonly at: "card" }
  | { readonly at: "part"; readonly part: Part }
  | { readonly at: "other"; readonly initiative: string };

const CARD: Place = { at: "card" };

const chosen = signal<Place>(CARD);

export const go = (place: Place = CARD): void => {
  chosen.value = place;
};

/** Who stands before the room, if anybody. */
export const presenting = (round: Kept<RoundSeen>) => (round.status === "closed" ? undefined : initiative(round.focus));

/** What to show: who presents has everybody's screen, except of those who are just writing. */
export function placeIn(round: Kept<RoundSeen>): Place | { readonly at: "presenting"; readonly initiative: string } {
  const place = chosen.value;
  if (place.at === "part") return round.status === "closed" ? CARD : place;
  const now = presenting(round);
  if (now) return { at: "presenting", initiative: now.id };
  if (place.at === "other" && (isMine(place.initiative) || !initiative(place.initiative))) return CARD;
  return place;
}
