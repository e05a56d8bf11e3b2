/** Who is here now, in words: people with a live connection, and who lost theirs a moment ago. */

import { presence } from "../lib/connection";
import { nt, t } from "../lib/i18n";
import type { Headcount } from "../lib/wire";

/** "6 hier, 1 even weg". */
export const headcountWord = ({ here, away }: Headcount): string =>
  [t("%(num)s hier", { num: here }), ...awayWord(away)].join(", ");

/** "47 mensen hier · 1 even weg · 12 schrijven"; "" as long as nobody is. */
export function hereWord(): string {
  const { here = 0, away = 0, writing = 0 } = presence.value ?? {};
  if (here + away === 0) return "";
  const writers = writing > 0 ? [nt("%(num)s schrijft", "%(num)s schrijven", writing)] : [];
  return [nt("%(num)s mens hier", "%(num)s mensen hier", here), ...awayWord(away), ...writers].join(" · ");
}

export const awayWord = (num: number): string[] => (num > 0 ? [t("%(num)s even weg", { num })] : []);
