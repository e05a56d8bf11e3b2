/** How one theme's support is drawn and said; the same in the list and on its own. */

import { colourOf } from "../../control/mark";
import { initiatives, theme } from "../../control/room";
import { nt, t } from "../../lib/i18n";
import type { PollResult } from "../../lib/wire";
import { pollBefore } from "../../lib/polls";
import { answerWord, vanguardWord, verdictWord } from "../../lib/words";

interface SegmentSign {
  readonly id: string;
  readonly name: string;
  readonly mark: string;
  readonly colour: number;
}

const MOST_OPINIONS = 5;

const opinion = (_: unknown, at: number): SegmentSign => {
  const num = at + 1;
  return { id: `${num}`, name: t("Meningsgroep %(num)s", { num }), mark: `M${num}`, colour: 2 * at };
};

/** The initiatives in the order of the room, or the opinion groups; and small ones together. */
export function segmentsOf(results: readonly PollResult[]): SegmentSign[] {
  const few = { id: "", name: t("Kleine initiatieven samen"), mark: t("Ov"), colour: 6 };
  const all = [...initiatives.value, ...Array.from({ length: MOST_OPINIONS }, opinion), few];
  return all.filter(({ id }) => results.some(({ segments }) => segments[id]));
}

const percent = (share: number): string => `${Math.round(100 * share)}%`;

const LABELLED = 0.045; // the share of the bar from which a mark of two letters fits

/** Who carries it, from left to right by initiative; then who can live with it; objections at the end. */
export function Bar({ result, at }: { result: PollResult; at: number }) {
  const whole = Math.max(1, result.people);
  const parts = segmentsOf([result]).flatMap((one) => {
    const support = result.segments[one.id]?.support ?? 0;
    return support > 0 ? [{ one, share: support / whole }] : [];
  });
  return (
    <div class="bar">
      {parts.map(({ one, share }) => (
        <span key={one.id} class="part" data-initiative={colourOf(one)} style={{ inlineSize: `${100 * share}%` }}>
          {share >= LABELLED && one.mark}
        </span>
      ))}
      <span class="part" data-answer="live_with" style={{ inlineSize: `${(100 * result.live_with) / whole}%` }} />
      {result.object > 0 && (
        <span class="part" data-answer="object" style={{ inlineSize: `${(100 * result.object) / whole}%` }}>
          {result.object / whole >= LABELLED && result.object}
        </span>
      )}
      <i class="bar-rule" style={{ insetInlineStart: `${100 * at}%` }} />
    </div>
  );
}

/** The class in words, with the numbers it rests on. */
export function Verdict({ result }: { result: PollResult }) {
  return (
    <div class="verdict" data-verdict={result.vanguard ? "vanguard" : result.verdict}>
      <p class="verdict-word">
        {verdictWord(result.verdict)}
        {result.vanguard && <span> · {vanguardWord()}</span>}
      </p>
      <p class="verdict-numbers">
        {t("%(num)s van %(all)s", { num: result.support, all: result.people })}
        <Sign of="object" num={result.object} />
        <Sign of="energy" num={result.energy} />
      </p>
    </div>
  );
}

/** A sign with its number: a diamond for objections, a raised hand's circle for who works on it. */
export function Sign({ of, num }: { of: "object" | "energy"; num?: number }) {
  return (
    <span class="sign" data-sign={of}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {of === "object" ? <path d="M5 0 10 5 5 10 0 5Z" /> : <path d="M5 .6a4.4 4.4 0 1 0 0 8.8a4.4 4.4 0 1 0 0-8.8M5 2.8v4.4M2.8 5h4.4" />}
      </svg>
      {num}
    </span>
  );
}

interface TableProps {
  readonly results: readonly PollResult[];
  readonly before?: readonly PollResult[];
}

/** The same results as a table, for who does not see the bars. */
export function ResultTable({ results, before = [] }: TableProps) {
  const columns = segmentsOf(results);
  return (
    <div class="visually-hidden">
      <table>
        <caption>{t("Uitslag van de draagvlakpeiling")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("Thema")}</th>
            <th scope="col">{t("Uitslag")}</th>
            <th scope="col">{answerWord("support")}</th>
            <th scope="col">{answerWord("live_with")}</th>
            <th scope="col">{answerWord("object")}</th>
            <th scope="col">{t("Werkt mee")}</th>
            <th scope="col">{t("Draagt het, van iedereen")}</th>
            <th scope="col">{t("Draagt het, waar dat het minst is")}</th>
            {before.length > 0 && <th scope="col">{t("Vorige keer")}</th>}
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {t("%(name)s draagt dit", { name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={result.theme}>
              <th scope="row">{theme(result.theme)?.name}</th>
              <td>{verdictWord(result.verdict)}</td>
              <td>{result.support}</td>
              <td>{result.live_with}</td>
              <td>{result.object}</td>
              <td>{result.energy}</td>
              <td>{percent(result.breadth)}</td>
              <td>{percent(result.weakest)}</td>
              {before.length > 0 && <td>{before.filter(({ theme: id }) => id === result.theme).map(pollBefore)}</td>}
              {columns.map(({ id }) => (
                <td key={id}>
                  {t("%(num)s van %(all)s", { num: result.segments[id]?.support ?? 0, all: result.segments[id]?.size ?? 0 })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which initiative carries it least, when that is what keeps a theme from being broadly carried. */
export function weakestWord(result: PollResult): string {
  const [least] = segmentsOf([result])
    .flatMap(({ id, name }) => {
      const one = result.segments[id];
      return one ? [{ name, share: one.support / Math.max(1, one.size), one }] : [];
    })
    .sort((a, b) => a.share - b.share);
  if (!least) return "";
  return nt(
    "Het minst bij %(name)s: %(num)s van %(all)s draagt het.",
    "Het minst bij %(name)s: %(num)s van %(all)s dragen het.",
    least.one.support,
    { name: least.name, all: least.one.size },
  );
}
