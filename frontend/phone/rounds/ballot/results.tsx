/** What the themes came to, the most wanted first: the numbers, one's own answer, the time before. */

import { aboutName, isTied, METHODS, without } from "../../../lib/ballot";
import { nt, t } from "../../../lib/i18n";
import type { Kept } from "../../../lib/store";
import type { BallotPicture, BallotResult, BallotSeen } from "../../../lib/wire";
import { sayOf } from "./overview";
import { myVotes } from "../../../lib/votes";

interface ResultsProps {
  readonly ballot: Kept<BallotSeen>;
  readonly results: readonly BallotResult[];
  readonly before: BallotPicture["before"];
}

export function BallotResults({ ballot, results, before }: ResultsProps) {
  const mine = myVotes(ballot.id);
  return (
    <ol role="list" class="stack ballot-results">
      {results.map((result) => (
        <li key={result.theme} class="card" data-on={result.goes_on || undefined}>
          <h2>
            <span class="rank">{result.rank}</span> {aboutName(result.theme)}
          </h2>
          {isTied(result, results) && <p class="soft small">{t("Gelijk geëindigd")}</p>}
          <Parts ballot={ballot} result={result} />
          <p class="small">
            {[METHODS[ballot.method].said(result), without(ballot.method, result)].filter(Boolean).join(". ")}
          </p>
          <Reasons all={result.reasons} />
          <Before ballot={ballot} result={before?.find(({ theme }) => theme === result.theme)} />
          {mine.has(result.theme) && (
            <p class="small soft mine">{t("Jij: %(answer)s", { answer: sayOf(ballot, mine.get(result.theme)) })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** How many gave each answer, as parts of a bar; the sentence below it says what counts. */
function Parts({ ballot, result }: { ballot: BallotSeen; result: BallotResult }) {
  const { values, tone, meter } = METHODS[ballot.method];
  if (meter) {
    return (
      <p class="ballot-bar" aria-hidden="true">
        <i data-tone="meter" style={{ inlineSize: `${100 * meter(result)}%` }} />
      </p>
    );
  }
  return (
    <p class="ballot-bar" aria-hidden="true">
      {values.map((value, n) => (
        <i key={value} data-tone={tone(value)} style={{ flexGrow: result.counts[n] ?? 0 }} />
      ))}
      <i data-tone="none" style={{ flexGrow: result.blank + result.abstained }} />
    </p>
  );
}

function Reasons({ all }: { all: readonly string[] }) {
  if (all.length === 0) return null;
  return (
    <details class="more">
      <summary>{nt("Lees het bezwaar", "Lees de bezwaren", all.length)}</summary>
      <ul role="list" class="quote-list">
        {all.map((reason, n) => (
          <li key={n} class="quote">
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Before({ ballot, result }: { ballot: BallotSeen; result: BallotResult | undefined }) {
  if (!result) return null;
  return (
    <p class="small soft">
      {t("De vorige keer: plaats %(rank)s, %(said)s.", { rank: result.rank, said: METHODS[ballot.method].said(result) })}
    </p>
  );
}
