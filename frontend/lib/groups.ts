/** How full a working group is, as its round has it set. */

import { nt, t } from "./i18n";
import { entity, type Kept, list } from "./store";
import type { GroupSeen, RoundSeen, SignupSeen } from "./wire";

interface Sizes {
  readonly at_least: number;
  /** 0 for any number. */
  readonly at_most: number;
  /** In how many groups one is told that it is a lot; 0 for never. */
  readonly warn_from: number;
}

const DEFAULTS: Sizes = { at_least: 3, at_most: 0, warn_from: 3 };

export const sizesOf = (round: Kept<RoundSeen> | undefined): Sizes => ({ ...DEFAULTS, ...(round?.settings as Partial<Sizes> | undefined) });

const sizesFor = (group: GroupSeen): Sizes => sizesOf(entity("rounds", group.round));

/** Who does the work of a group; who follows it does not. */
export const working = (group: string): Kept<SignupSeen>[] =>
  list("signups").value.filter((one) => one.group === group && one.role !== "follower");

export const isFull = (group: GroupSeen, workers: number): boolean => {
  const { at_most } = sizesFor(group);
  return at_most > 0 && workers >= at_most;
};

/** How many people a group still has to have. */
export const missingIn = (group: GroupSeen, workers: number): number => Math.max(0, sizesFor(group).at_least - workers);

/** What there is to say of how full a group is; "" for nothing. */
export function fullness(group: GroupSeen, workers: number): string {
  if (isFull(group, workers)) return t("vol");
  const num = missingIn(group, workers);
  return num > 0 ? nt("nog %(num)s mens nodig", "nog %(num)s mensen nodig", num) : "";
}
