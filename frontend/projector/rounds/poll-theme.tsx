/** One theme of the poll, large: its bar, where the support comes from, and the objections. */

import { Mark } from "../../control/mark";
import { nt, t } from "../../lib/i18n";
import type { PollResult } from "../../lib/wire";
import { answerWord, willing } from "../../lib/words";
import { Pager } from "../parts";
import { pageOf, pagesOf, useTurns } from "../turns";
import { Bar, ResultTable, segmentsOf, Verdict, weakestWord } from "./poll-parts";

const REASONS = 4;
const SEGMENTS = 8;

export function OneTheme({ result, at }: { result: PollResult; at: number }) {
  return (
    <article class="one-theme">
      <div class="one-theme-head">
        <Verdict result={result} />
        <dl class="answers">
          <Answer word="support" num={result.support} />
          <Answer word="live_with" num={result.live_with} />
          <Answer word="object" num={result.object} />
        </dl>
        <p class="energy">{willing(result.energy)}</p>
      </div>
      <Bar result={result} at={at} />
      <div class="one-theme-body">
        <Segments result={result} />
        {result.reasons.length > 0 ? (
          <Reasons all={result.reasons} />
        ) : (
          <p class="weakest">{weakestWord(result)}</p>
        )}
      </div>
      <ResultTable results={[result]} />
    </article>
  );
}

function Answer({ word, num }: { word: string; num: number }) {
  return (
    <div data-answer={word}>
      <dt>{answerWord(word)}</dt>
      <dd>{num}</dd>
    </div>
  );
}

/** Only who carries it: who objects is nobody's business. */
function Segments({ result }: { result: PollResult }) {
  const there = segmentsOf([result]);
  const pages = pagesOf(there.length, SEGMENTS);
  const page = useTurns(pages);
  return (
    <section class="segments">
      <h3>{t("Wie draagt dit")}</h3>
      <ul role="list">
        {pageOf(there, SEGMENTS, page).map((one) => (
          <li key={one.id}>
            <Mark of={one} />
            <span>{one.name}</span>
            <b>{t("%(num)s van %(all)s", { num: result.segments[one.id]?.support ?? 0, all: result.segments[one.id]?.size ?? 0 })}</b>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </section>
  );
}

export function Reasons({ all }: { all: readonly string[] }) {
  const pages = pagesOf(all.length, REASONS);
  const page = useTurns(pages);
  return (
    <section class="reasons">
      <h3>{nt("Het bezwaar", "De bezwaren", all.length)}</h3>
      <ul role="list">
        {pageOf(all, REASONS, page).map((reason, n) => (
          <li key={n}>{reason}</li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </section>
  );
}
