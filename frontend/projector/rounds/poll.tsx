/** The draagvlak poll: turnout while it runs; then a row a theme, in parts by initiative. */

import { theme } from "../../control/room";
import { MAP } from "../../control/unveil";
import { nt, t } from "../../lib/i18n";
import type { PollPicture, PollResult, RoundSeen } from "../../lib/wire";
import { groupsWord, pollBefore } from "../../lib/polls";
import { fraction, shareWord } from "../../lib/words";
import { Empty, Pager, TurnoutMarks } from "../parts";
import { pagesOf, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { OneTheme } from "./poll-theme";
import { SupportMap } from "./poll-map";
import { Bar, ResultTable, Sign, Verdict } from "./poll-parts";
import { type Kept, list, picture } from "../../lib/store";

const ROWS = 12; // that still read from the back row
const ROOMY = 7; // with what they came to before under their bars
const TWO_LINES = 9; // rows with the class above its numbers

const polls = list("polls");
const now = (round: Kept<RoundSeen>) => picture<PollPicture>(round.id);
const rule = (round: string) => polls.value.find(({ id }) => id === round)?.rule;
const line = (round: string): string => rule(round)?.broad_breadth ?? "1/2";

function Poll({ round }: { round: Kept<RoundSeen> }) {
  const picture = now(round);
  if (!picture) return <Empty>{t("De peiling begint zo.")}</Empty>;
  if (!picture.results) return <TurnoutMarks turnout={picture.turnout} />;
  const focused = picture.results.find((result) => result.theme === round.focus);
  if (focused) return <OneTheme result={focused} at={fraction(line(round.id))} />;
  if (round.focus === MAP) return <SupportMap picture={picture} rule={rule(round.id)} />;
  return <Rows results={picture.results} before={picture.before ?? []} left={picture.left ?? 0} at={line(round.id)} />;
}

interface RowsProps {
  readonly results: readonly PollResult[];
  readonly before: readonly PollResult[];
  readonly left: number;
  readonly at: string;
}

/** Every theme has its place from the start: those still to come are empty, the newest is on top of
 *  the others. left: how many are still to come. */
function Rows({ results, before, left, at }: RowsProps) {
  const all = left + results.length;
  const rows = before.length > 0 ? ROOMY : ROWS;
  const pages = pagesOf(all, rows);
  const page = useTurns(pages, Math.floor(left / rows));
  const numbers = Array.from({ length: all }, (_, n) => n + 1).slice(page * rows, (page + 1) * rows);
  if (all === 0) return <Empty>{t("Er waren geen thema’s om over te stemmen.")}</Empty>;
  return (
    <>
      <div
        class="support"
        aria-hidden="true"
        data-many={numbers.length > TWO_LINES || undefined}
        style={{ "--_rows": numbers.length }}
      >
        <p class="support-rule">
          <Legend />
          <span class="rule-word" style={{ insetInlineStart: `${100 * fraction(at)}%` }}>{shareWord(at)}</span>
        </p>
        {numbers.map((number) => {
          const result = results[number - 1 - left];
          return result ? (
            <SupportRow
              key={result.theme}
              number={number}
              result={result}
              before={before.find((one) => one.theme === result.theme)}
              at={fraction(at)}
            />
          ) : (
            <section key={number} class="support-row" data-hidden>
              <b class="place">{number}</b>
            </section>
          );
        })}
      </div>
      <ResultTable results={results} before={before} />
      <Pager page={page} pages={pages} />
    </>
  );
}

function Legend() {
  return (
    <span class="legend">
      <i data-answer="live_with" /> {t("kan ermee leven")}
      <i /> {t("geen antwoord")} <Sign of="object" /> {t("bezwaar")} <Sign of="energy" /> {t("werkt mee")}
    </span>
  );
}

interface RowProps {
  readonly number: number;
  readonly result: PollResult;
  readonly before: PollResult | undefined;
  readonly at: number;
}

function SupportRow({ number, result, before, at }: RowProps) {
  return (
    <section class="support-row" data-verdict={result.verdict}>
      <div class="support-theme">
        <b class="place">{number}</b>
        <h2>{theme(result.theme)?.name}</h2>
      </div>
      <div class="support-bars">
        <Bar result={result} at={at} />
        {before && <p class="support-before">{pollBefore(before)}</p>}
      </div>
      <Verdict result={result} />
    </section>
  );
}

function lead(round: Kept<RoundSeen>): string {
  const picture = now(round);
  if (!picture) return "";
  const { voted, people: all } = picture.turnout;
  if (picture.results?.some((result) => result.theme === round.focus)) return "";
  if (picture.results) {
    const voters = nt("%(num)s van %(all)s mensen stemde.", "%(num)s van %(all)s mensen stemden.", voted, { all });
    const share = shareWord(line(round.id));
    return `${voters} ${groupsWord(picture)} ${t("Voorbij de streep draagt %(share)s het.", { share })}`;
  }
  if (round.status === "closed") return t("De peiling is dicht. De uitslag komt zo.");
  return `${nt("%(num)s van %(all)s mensen heeft gestemd.", "%(num)s van %(all)s mensen hebben gestemd.", voted, { all })} ${t("Geef op elk thema je antwoord.")}`;
}

export const poll: RoundPicture = {
  title: (round) => {
    const focused = now(round)?.results?.find((result) => result.theme === round.focus);
    if (focused) return theme(focused.theme)?.name ?? "";
    return now(round)?.results ? t("Wat dragen we samen?") : t("Sta je hierachter?");
  },
  lead,
  time: () => t("nog om te stemmen"),
  Picture: Poll,
};
