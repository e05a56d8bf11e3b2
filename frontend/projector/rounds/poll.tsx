/** The draagvlak poll: turnout while it runs; then a row a theme, in parts by initiative. */

import { theme, visibleIdeas } from "../../control/room";
import { nt, t } from "../../lib/i18n";
import type { PollPicture, PollResult, RoundSeen } from "../../lib/wire";
import { groupsWord } from "../../lib/polls";
import { fraction, ideasWord, shareWord, willing } from "../../lib/words";
import { Empty, Pager, TurnoutMarks } from "../parts";
import { pageOf, pagesOf, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { OneTheme } from "./poll-theme";
import { Bar, ResultTable, Verdict } from "./poll-parts";
import { type Kept, list, picture } from "../../lib/store";

const ROWS = 7;

const polls = list("polls");
const now = (round: Kept<RoundSeen>) => picture<PollPicture>(round.id);
const line = (round: string): string =>
  polls.value.find(({ id }) => id === round)?.rule.broad_breadth ?? "1/2";

function Poll({ round }: { round: Kept<RoundSeen> }) {
  const picture = now(round);
  if (!picture) return <Empty>{t("De peiling begint zo.")}</Empty>;
  if (!picture.results) return <TurnoutMarks turnout={picture.turnout} />;
  const focused = picture.results.find((result) => result.theme === round.focus);
  if (focused) return <OneTheme result={focused} at={fraction(line(round.id))} />;
  return <Rows results={picture.results} at={line(round.id)} />;
}

function Rows({ results, at }: { results: readonly PollResult[]; at: string }) {
  const pages = pagesOf(results.length, ROWS);
  const page = useTurns(pages);
  if (results.length === 0) return <Empty>{t("Er waren geen thema’s om over te stemmen.")}</Empty>;
  return (
    <>
      <div class="support" aria-hidden="true">
        <p class="support-rule">
          <Legend />
          <span class="rule-word" style={{ insetInlineStart: `${100 * fraction(at)}%` }}>{shareWord(at)}</span>
        </p>
        {pageOf(results, ROWS, page).map((result) => (
          <SupportRow key={result.theme} result={result} at={fraction(at)} />
        ))}
      </div>
      <ResultTable results={results} />
      <Pager page={page} pages={pages} />
    </>
  );
}

function Legend() {
  return (
    <span class="legend">
      <i data-answer="live_with" /> {t("kan ermee leven")}
      <i data-answer="object" /> {t("bezwaar")}
      <i /> {t("geen antwoord")}
    </span>
  );
}

function SupportRow({ result, at }: { result: PollResult; at: number }) {
  const many = visibleIdeas.value.filter((idea) => idea.theme === result.theme).length;
  return (
    <section class="support-row" data-verdict={result.verdict}>
      <div class="support-theme">
        <h2>{theme(result.theme)?.name}</h2>
        <p>
          {many > 0 && `${ideasWord(many)} · `}
          {willing(result.energy)}
        </p>
      </div>
      <Bar result={result} at={at} />
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
