/** What the room carries, theme by theme: the class in words with its numbers, and one's own answer. */

import { nt, t } from "../../../lib/i18n";
import { entity } from "../../../lib/store";
import { everyGroupWord, pollBefore } from "../../../lib/polls";
import type { PollPicture, PollResult } from "../../../lib/wire";
import { answerWord, objections, shareWord, vanguardWord, verdictWord, willing } from "../../../lib/words";
import { themeName } from "../../themes";
import { answerTo } from "./state";

type PollResultsProps = PollPicture & { readonly round: string; readonly results: readonly PollResult[] };

export function PollResults({ round, results, before = [] }: PollResultsProps) {
  return (
    <ol role="list" class="stack verdicts">
      {results.map((result) => (
        <li key={result.theme} class="card" data-verdict={result.vanguard ? "vanguard" : result.verdict}>
          <h2>{themeName(result.theme)}</h2>
          <Verdict result={result} />
          <Before result={before.find(({ theme }) => theme === result.theme)} />
          <Mine round={round} theme={result.theme} />
          {result.reasons.length > 0 && (
            <details class="more">
              <summary>{nt("Lees het bezwaar", "Lees de bezwaren", result.reasons.length)}</summary>
              <ul role="list" class="quote-list">
                {result.reasons.map((reason, n) => (
                  <li key={n} class="quote">
                    <bdi>{reason}</bdi>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function Verdict({ result }: { result: PollResult }) {
  const { support, people, live_with, object, energy, vanguard } = result;
  const carries = nt("%(num)s van %(all)s draagt het", "%(num)s van %(all)s dragen het", support, { all: people });
  return (
    <>
      <p class="verdict-word">
        {verdictWord(result.verdict)}
        {vanguard && ` · ${vanguardWord()}`}
      </p>
      <p class="verdict-bar" aria-hidden="true">
        <Part answer="support" num={support} of={people} />
        <Part answer="live_with" num={live_with} of={people} />
        <Part answer="object" num={object} of={people} />
      </p>
      <p class="small">
        {carries}, {live_with > 0 && `${nt("%(num)s kan ermee leven", "%(num)s kunnen ermee leven", live_with)}, `}
        {objections(object)}
        {energy > 0 && `. ${willing(energy)}`}
      </p>
    </>
  );
}

const Before = ({ result }: { result: PollResult | undefined }) => (result ? <p class="small soft">{pollBefore(result)}</p> : null);

const Part = ({ answer, num, of }: { answer: string; num: number; of: number }) => (
  <i data-answer={answer} style={{ inlineSize: `${(100 * num) / Math.max(1, of)}%` }} />
);

function Mine({ round, theme }: { round: string; theme: string }) {
  const { answer, energy } = answerTo(round, theme);
  if (!answer && !energy) return <p class="mine soft small">{t("Jij gaf geen antwoord")}</p>;
  return (
    <p class="mine" data-answer={answer || undefined}>
      {t("Jij: %(answer)s", { answer: answerWord(answer) || t("geen antwoord") })}
      {energy && ` · ${t("ik werk mee")}`}
    </p>
  );
}

/** When a theme is broadly carried, as this poll has it. */
export function ruleWord(round: string, picture: PollPicture): string {
  const { broad_breadth, weakest, objection } = entity("polls", round)?.rule ?? {};
  if (!broad_breadth || !weakest || !objection) return "";
  return t(
    "Breed gedragen is: minstens %(breadth)s draagt het, %(everywhere)s, en hoogstens %(objection)s van de antwoorden is een bezwaar.",
    {
      breadth: shareWord(broad_breadth),
      everywhere: everyGroupWord(picture, shareWord(weakest)),
      objection: shareWord(objection),
    },
  );
}
