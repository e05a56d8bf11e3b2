/** Where on this phone one is: sorting what is loose, among the themes, or in one of them. */

import { signal } from "@preact/signals";
import type { Kept } from "../../../lib/store";
import type { RoundSeen } from "../../../lib/wire";
import type { RoundProps } from "..";

export type Place =
  | { readonly at: "sort" }
  | { readonly at: "themes" }
  | { readonly at: "theme"; readonly id: string }
  | { readonly at: "split"; readonly id: string };

const chosen = signal<Place>({ at: "sort" });

/** What was last done to a theme, to say it and to turn it back. */
export const done = signal<{ readonly id: string; readonly said: string } | undefined>(undefined);

export const go = (place: Place): void => {
  chosen.value = place;
};

/** Asks the server for something and returns the command's id. said: what it comes to, in a sentence
 *  that is shown with the way back. */
export type Ask = (kind: string, data: object, said?: string) => string;

export interface SortProps extends RoundProps {
  readonly ask: Ask;
}

export interface ThemeProps extends SortProps {
  readonly id: string;
}

/** Nothing is sorted any more once the round is closed. */
export function placeIn(round: Kept<RoundSeen>): Place {
  const place = chosen.value;
  if (round.status !== "closed") return place;
  return place.at === "theme" ? place : { at: "themes" };
}
