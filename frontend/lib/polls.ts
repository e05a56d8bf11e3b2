/** Whose support a poll's results look at apart, in words. */

import { nt, t } from "./i18n";
import type { PollPicture, PollResult } from "./wire";
import { verdictWord } from "./words";

export function groupsWord({ groups, too_few }: PollPicture): string {
  if (too_few) {
    return t("Er zijn te weinig stemmers of thema’s voor meningsgroepen. Daarom is elk vak een initiatief.");
  }
  return groups === "opinions"
    ? t("Elk vak is een groep mensen die hetzelfde stemt.")
    : t("Elk vak is een initiatief.");
}

/** In which of them a theme needs support. */
export function everyGroupWord({ groups, too_few }: PollPicture, weakest: string): string {
  if (groups === "opinions") {
    return t("in elke groep die hetzelfde stemt minstens %(weakest)s (kleine tellen samen)", { weakest });
  }
  const initiatives = t("bij elk initiatief minstens %(weakest)s (kleine tellen samen)", { weakest });
  return too_few ? `${initiatives}, ${t("want voor meningsgroepen zijn er te weinig stemmers of thema’s")}` : initiatives;
}

/** What a theme came to in the poll before. */
export const pollBefore = ({ verdict, support, people }: PollResult): string =>
  t("Vorige keer: %(verdict)s, %(num)s van %(all)s", { verdict: verdictWord(verdict), num: support, all: people });

/** What is still to come while the results are shown place by place; "" when all is shown. */
export const stillToCome = ({ left = 0 }: PollPicture): string =>
  left > 0
    ? nt(
        "We beginnen bij wat het minst gedragen wordt. Er komt nog %(num)s thema.",
        "We beginnen bij wat het minst gedragen wordt. Er komen nog %(num)s thema’s.",
        left,
      )
    : "";
