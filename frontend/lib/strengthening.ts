/** The strengthening map as the server drew it: what initiatives need, and who can help with it. */

import { nt } from "./i18n";
import { entity, initiative, type Kept, picture } from "./store";
import type { InitiativeSeen, IntroductionsPicture, PointSeen } from "./wire";

export interface Need {
  readonly id: string;
  readonly text: string;
  readonly from: Kept<InitiativeSeen> | undefined;
  /** How many initiatives know it, its own included. */
  readonly heard: number;
  readonly helpers: readonly Kept<InitiativeSeen>[];
  readonly factors: readonly Kept<PointSeen>[];
}

/** What initiatives need, those heard most first. */
export const needsOf = (round: string): readonly Need[] =>
  (picture<IntroductionsPicture>(round)?.needs ?? []).flatMap(({ point, heard, helpers, factors }) => {
    const told = entity("points", point);
    if (!told) return [];
    return {
      id: point,
      text: told.text,
      from: initiative(told.initiative),
      heard,
      helpers: helpers.flatMap((id) => initiative(id) ?? []),
      factors: factors.flatMap((id) => entity("points", id) ?? []),
    };
  });

export const heardWord = (heard: number): string => nt("%(num)s initiatief", "%(num)s initiatieven", heard);
