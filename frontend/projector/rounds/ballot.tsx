/** A ballot by one of the methods: who voted while it runs; then a row a theme, the most wanted first. */

import { aboutName, ballotOf, ballotPicture, isTied, METHODS, without } from "../../lib/ballot";
import { nt, t } from "../../lib/i18n";
import type { Kept } from "../../lib/store";
import type { BallotPicture, BallotResult, RoundSeen } from "../../lib/wire";
import { Empty, Pager, TurnoutMarks } from "../parts";
import { pageOf, pagesOf, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { BallotBar, Legend } from "./ballot-bar";
import { Reasons } from "./poll-theme";

const ROWS = 6;

function Ballot({ round }: { round: Kept<RoundSeen> }) {
  const seen = ballotPicture(round.id);
  if (!seen) return <Empty>{t("De stemming begint zo.")}</Empty>;
  if (!seen.results) return <TurnoutMarks turnout={seen.turnout} />;
  if (seen.results.length === 0) return <Empty>{t("Er waren geen thema’s om over te stemmen.")}</Empty>;
  const focused = seen.results.find((result) => result.theme === round.focus);
  if (focused) return <OneTheme method={seen.method} result={focused} />;
  return <Results {...seen} results={seen.results} />;
}

/** One theme, large, with what people have against it. */
function OneTheme({ method, result }: { method: BallotPicture["method"]; result: BallotResult }) {
  return (
    <article class="one-theme">
      <p class="ballot-verdict">{[METHODS[method].said(result), without(method, result)].filter(Boolean).join(" · ")}</p>
      <BallotBar method={method} result={result} />
      <Legend method={method} />
      {result.reasons.length > 0 && <Reasons all={result.reasons} />}
    </article>
  );
}

type ResultsProps = BallotPicture & { readonly results: readonly BallotResult[] };

function Results({ method, results, before }: ResultsProps) {
  const pages = pagesOf(results.length, ROWS);
  const page = useTurns(pages);
  const shown = pageOf(results, ROWS, page);
  return (
    <>
      <div class="ballot-list">
        <Legend method={method} />
        <ol role="list" class="ballot-rows">
          {shown.map((result) => (
            <Row
              key={result.theme}
              method={method}
              result={result}
              tied={isTied(result, results)}
              before={before?.find((one) => one.theme === result.theme)}
            />
          ))}
        </ol>
      </div>
      <Pager page={page} pages={pages} />
    </>
  );
}

interface RowProps {
  readonly method: BallotPicture["method"];
  readonly result: BallotResult;
  readonly tied: boolean;
  readonly before: BallotResult | undefined;
}

function Row({ method, result, tied, before }: RowProps) {
  return (
    <li class="ballot-row" data-on={result.goes_on || undefined}>
      <p class="ballot-rank">
        <b>{result.rank}</b>
        {tied && <span>{t("gelijk")}</span>}
      </p>
      <h2>{aboutName(result.theme)}</h2>
      <div class="ballot-said">
        <BallotBar method={method} result={result} />
        {before && (
          <div class="ballot-before">
            <BallotBar method={method} result={before} />
          </div>
        )}
        <p>
          {[METHODS[method].said(result), without(method, result), before && beforeWord(before)].filter(Boolean).join(" · ")}
        </p>
      </div>
    </li>
  );
}

/** What the thin bar is: the vote that this one repeats. */
const beforeWord = ({ rank }: BallotResult): string => t("vorige keer plaats %(rank)s", { rank });

function lead(round: Kept<RoundSeen>): string {
  const seen = ballotPicture(round.id);
  if (!seen) return "";
  const { voted, people: all } = seen.turnout;
  if (seen.results?.some((result) => result.theme === round.focus)) return "";
  if (seen.results) {
    const took = nt("%(num)s van %(all)s mensen stemde.", "%(num)s van %(all)s mensen stemden.", voted, { all });
    return `${took} ${METHODS[seen.method].order()}`;
  }
  if (round.status === "closed") return t("De stemming is dicht. De uitslag komt zo.");
  const said = nt("%(num)s van %(all)s mensen heeft gestemd.", "%(num)s van %(all)s mensen hebben gestemd.", voted, { all });
  return `${said} ${METHODS[seen.method].explain()}`;
}

export const ballot: RoundPicture = {
  title: (round) => {
    const focused = ballotPicture(round.id)?.results?.find((result) => result.theme === round.focus);
    if (focused) return aboutName(focused.theme);
    const method = ballotOf(round.id)?.method;
    return ballotPicture(round.id)?.results || !method ? t("De uitslag") : METHODS[method].name();
  },
  lead,
  time: () => t("nog om te stemmen"),
  Picture: Ballot,
};
