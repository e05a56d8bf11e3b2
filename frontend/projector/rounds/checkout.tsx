/** Afronden: how many gave a mark; then the marks as bars and the sentences in turns. */

import { nt, t } from "../../lib/i18n";
import type { CheckoutPicture, CheckoutResult, RoundSeen } from "../../lib/wire";
import { people } from "../../lib/words";
import { linesOf } from "../measure";
import { Pager } from "../parts";
import { useStage } from "../stage";
import { inPages, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { type Kept, picture } from "../../lib/store";

const LETTERS = 2.25; // rem
const LINE = 2.75; // rem of height in a sentence
const MOST_LINES = 3;
const INDENT = 2.125; // rem before a sentence
const GAP = 2; // rem
const AROUND = 0.5 + GAP; // rem above and below one

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
  const [stage, { width, height }] = useStage<HTMLUListElement>();
  const high = (one: string) => Math.min(MOST_LINES, linesOf(one, LETTERS, width - INDENT)) * LINE + AROUND;
  const pages = inPages(apart(all, height / (LINE + AROUND)), 1, height + GAP, high);
  const page = useTurns(pages.length);
  if (all.length === 0) return null;
  return (
    <section class="sentences" aria-label={t("Wat mensen meenemen")}>
      <ul role="list" ref={stage}>
        {pages[page]?.map((sentence, n) => <li key={n}>{sentence}</li>)}
      </ul>
      <Pager page={page} pages={pages.length} />
    </section>
  );
}

/** They come by their letters: with some others between, alike ones are not side by side. */
function apart(all: readonly string[], together: number): string[] {
  const step = Math.max(1, Math.ceil(all.length / together));
  const turn = (n: number) => n % step;
  return all.map((one, n) => ({ one, n })).sort((a, b) => turn(a.n) - turn(b.n)).map(({ one }) => one);
}

export const checkout: RoundPicture = {
  title: (round) => (round.phase === "results" ? t("Zo kijken we terug") : t("Hoe was het voor jou?")),
  lead: (round) => {
    if (round.phase === "results") return t("Een cijfer van 1 tot 5, en wat je meeneemt.");
    if (round.status === "closed") return t("Dank je wel. De uitslag komt zo.");
    return t("Geef een cijfer van 1 tot 5, en schrijf in één zin wat je meeneemt.");
  },
  time: () => t("nog om te schrijven"),
  Picture: Checkout,
};
