/** Proeven with dots: who voted while it runs; then people and dots side by side. */

import { colourOf } from "../../control/mark";
import { theme } from "../../control/room";
import { nt, t } from "../../lib/i18n";
import type { DotResult, DotsPicture, RoundSeen } from "../../lib/wire";
import { dotsBefore, dotsWord, people } from "../../lib/words";
import { Empty, Pager, TurnoutMarks } from "../parts";
import { pageOf, pagesOf, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { type Kept, picture } from "../../lib/store";

const ROWS = 9; // that still read from the back row
const ROOMY = 7; // with what they came to before below
const DRAWN = 20; // dots that still fit as dots

const now = (round: RoundSeen & { id: string }) => picture<DotsPicture>(round.id);

function Dots({ round }: { round: Kept<RoundSeen> }) {
  const picture = now(round);
  if (!picture) return <Empty>{t("De stemming begint zo.")}</Empty>;
  return picture.results ? (
    <Results results={picture.results} before={picture.before ?? []} voters={picture.turnout.people} />
  ) : (
    <TurnoutMarks turnout={picture.turnout} />
  );
}

interface ResultsProps {
  readonly results: readonly DotResult[];
  readonly before: readonly DotResult[];
  readonly voters: number;
}

function Results({ results, before, voters }: ResultsProps) {
  const rows = before.length > 0 ? ROOMY : ROWS;
  const pages = pagesOf(results.length, rows);
  const page = useTurns(pages);
  const most = Math.max(1, ...results.map(({ dots }) => dots));
  const shown = pageOf(results, rows, page);
  if (results.length === 0) return <Empty>{t("Er waren geen thema’s om uit te kiezen.")}</Empty>;
  return (
    <>
      <table class="dot-results" style={{ "--_rows": shown.length }}>
        <caption class="visually-hidden">{t("Uitslag van de stippen")}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t("Thema")}</th>
            <th scope="col">{t("Mensen")}</th>
            <th scope="col">{t("Stippen")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((result, n) => (
            <Row
              key={result.theme}
              result={result}
              before={before.find(({ theme: id }) => id === result.theme)}
              voters={voters}
              most={most}
              last={cutAfter(shown, n)}
            />
          ))}
        </tbody>
      </table>
      <Pager page={page} pages={pages} />
    </>
  );
}

/** Whether the shortlist ends below this row. */
const cutAfter = (shown: readonly DotResult[], n: number): boolean =>
  shown[n]?.shortlisted === true && shown[n + 1]?.shortlisted === false;

interface RowProps {
  readonly result: DotResult;
  readonly before: DotResult | undefined;
  readonly voters: number;
  readonly most: number;
  readonly last: boolean;
}

function Row({ result, before, voters, most, last }: RowProps) {
  const it = theme(result.theme);
  return (
    <tr data-on={result.shortlisted || undefined} data-last={last || undefined} data-colour={colourOf(it ?? {})}>
      <td class="rank">{result.rank}</td>
      <th scope="row">{it?.name}</th>
      <td class="dot-people">
        <span class="people-bar">
          <i style={{ inlineSize: `${(100 * result.supporters) / Math.max(1, voters)}%` }} />
        </span>
        <b>{people(result.supporters)}</b>
        {before && <span class="dots-before">{dotsBefore(before)}</span>}
      </td>
      <td class="dot-dots">
        <span class="dot-row" aria-hidden="true">
          {most <= DRAWN ? (
            Array.from({ length: result.dots }, (_, n) => <i key={n} />)
          ) : (
            <em style={{ inlineSize: `${(100 * result.dots) / most}%` }} />
          )}
        </span>
        <span>{dotsWord(result.dots)}</span>
      </td>
    </tr>
  );
}

function lead(round: Kept<RoundSeen>): string {
  const picture = now(round);
  if (!picture) return "";
  const { voted, people: all } = picture.turnout;
  if (picture.results) {
    return nt(
      "%(num)s van %(all)s mensen stemde. Wat telt, is hoeveel mensen, niet hoeveel stippen.",
      "%(num)s van %(all)s mensen stemden. Wat telt, is hoeveel mensen, niet hoeveel stippen.",
      voted,
      { all },
    );
  }
  if (round.status === "closed") return t("De stemming is dicht. De uitslag komt zo.");
  return `${nt("%(num)s van %(all)s mensen heeft gestemd.", "%(num)s van %(all)s mensen hebben gestemd.", voted, { all })} ${nt("Je hebt %(num)s stip.", "Je hebt %(num)s stippen.", picture.budget)}`;
}

export const dots: RoundPicture = {
  title: (round) => (now(round)?.results ? t("Wat gaat door?") : t("Waar wil je mee verder?")),
  lead,
  time: () => t("nog om te stemmen"),
  Picture: Dots,
};
