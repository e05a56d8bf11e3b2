/** Where on this phone one is: at what one's table does, among all cards, or at one of them. */

import { signal } from "@preact/signals";
import type { Kept } from "../../../lib/store";
import type { RoundSeen } from "../../../lib/wire";
import { cardsOf, isOurs, myTable } from "./cards";

type Chosen = { readonly at: "home" } | { readonly at: "all" } | { readonly at: "card"; readonly id: string };
export type Place = { readonly at: "choose" } | { readonly at: "all" } | { readonly at: "card"; readonly id: string };

const chosen = signal<Chosen>({ at: "home" });

export const go = (place: Chosen): void => {
  chosen.value = place;
};

export function placeIn(round: Kept<RoundSeen>): Place {
  const place = chosen.value;
  if (place.at !== "home") return place;
  if (!myTable()) return { at: "all" };
  const ours = cardsOf(round.id).find(isOurs);
  if (ours) return { at: "card", id: ours.id };
  return round.status === "closed" ? { at: "all" } : { at: "choose" };
}
