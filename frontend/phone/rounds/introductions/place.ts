/** Where on this phone one is in the round: one's own card, a part of it, another's, or the map. */

import { signal } from "@preact/signals";
import { initiative, type Kept, me } from "../../../lib/store";
import type { RoundSeen } from "../../../lib/wire";
import { isMine, type Part } from "./card";

export type Place =
  | { readonly at: "card" }
  | { readonly at: "map" }
  | { readonly at: "part"; readonly part: Part }
  | { readonly at: "other"; readonly initiative: string };

const CARD: Place = { at: "card" };

const MAP: Place = { at: "map" };

/** Where one went oneself, if anywhere. */
const chosen = signal<Place | undefined>(undefined);

export const go = (place: Place = CARD): void => {
  chosen.value = place;
};

/** Be where the room is again. */
export const leave = (): void => {
  chosen.value = undefined;
};

/** Go along with the room when it goes on, but for who is just writing. */
export const follow = (): void => {
  if (chosen.peek()?.at !== "part") leave();
};

/** Who stands before the room, if anybody. */
export const presenting = (round: Kept<RoundSeen>) => (round.status === "closed" || round.phase === "map" ? undefined : initiative(round.focus));

/** What to show: who presents has everybody's screen, except of those who are just writing. */
export function placeIn(round: Kept<RoundSeen>): Place | { readonly at: "presenting"; readonly initiative: string } {
  const place = chosen.value ?? (round.phase === "map" && me.value?.initiative ? MAP : CARD);
  if (place.at === "part") return round.status === "closed" ? CARD : place;
  const now = presenting(round);
  if (now) return { at: "presenting", initiative: now.id };
  if (place.at === "other" && (isMine(place.initiative) || !initiative(place.initiative))) return CARD;
  return place;
}
