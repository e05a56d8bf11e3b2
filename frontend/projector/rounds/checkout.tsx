/** Afronden: how many gave a mark; then the marks as bars and the sentences in turns. */

import { nt, t } from "../../lib/i18n";
import type { CheckoutPicture, CheckoutResult, RoundSeen } from "../../lib/wire";
import { people } from "../../lib/words";
import { Pager } from "../parts";
import { pagesOf, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { type Kept, picture } from "../../lib/store";

const SENTENCES = 4;

function Checkout({ round }: { round: Kept<RoundSeen> }) {
  const { voted = 0, people: all = 0, result } = picture<CheckoutPicture>(round.id) ?? {};
  if (result) return <Results result={result} />;
  return (
    <div class="checkout-count">
      <p>
        <b>{voted}</b> {t("van %(people)s", { people: people(all) })}
      </p>
      <div class="seats-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * voted) / Math.max(1, all)}%` }} />
      </div>
    </div>
  );
}

function Results({ result }: { result: CheckoutResult }) {
  const most = Math.max(1, ...result.marks);
  return (
    <div class="checkout-results" data-silent={result.sentences.length === 0 || undefined}>
      <section aria-label={t("Cijfers")}>
        <p class="mean">
          <b>{result.mean.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })}</b>{" "}
          {t("gemiddeld, van 5")}
        </p>
        <ol role="list" class="marks">
          {result.marks.map((many, n) => (
            <li key={n} aria-label={nt("%(num)s mens gaf een %(mark)s", "%(num)s mensen gaven een %(mark)s", many, { mark: n + 1 })}>
              <span>{many > 0 ? many : ""}</span>
              <i style={{ blockSize: `${(100 * many) / most}%` }} />
              <b>{n + 1}</b>
            </li>
          ))}
        </ol>
      </section>
      <Sentences all={result.sentences} />
    </div>
  );
}

function Sentences({ all }: { all: readonly string[] }) {
  const pages = pagesOf(all.length, SENTENCES);
  const page = useTurns(pages);
  if (all.length === 0) return null;
  return (
    <section class="sentences" aria-label={t("Wat mensen meenemen")}>
      <ul role="list">
        {all
          .filter((_, n) => n % pages === page) // they come by their letters: apart, alike ones are not side by side
          .map((sentence, n) => (
            <li key={n}>{sentence}</li>
          ))}
      </ul>
      <Pager page={page} pages={pages} />
    </section>
  );
}

export const checkout: RoundPicture = {
  title: (round) => (round.phase === "results" ? t("Zo kijken we terug") : t("Hoe was het voor jou?")),
  lead: (round) =>
    round.phase === "results"
      ? t("Een cijfer van 1 tot 5, en wat je meeneemt.")
      : t("Geef een cijfer van 1 tot 5, en schrijf in één zin wat je meeneemt."),
  time: () => t("nog om te schrijven"),
  Picture: Checkout,
};
