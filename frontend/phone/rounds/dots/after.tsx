/** After the dots: one's own, quietly; then the shortlist by people, one's own marked in it. */

import { nt, t } from "../../../lib/i18n";
import type { DotResult } from "../../../lib/wire";
import { dotsBefore, dotsWord, people } from "../../../lib/words";
import { Calm } from "../../parts";
import { themeName } from "../../themes";
import { Dot } from "./give";

type Given = Readonly<Record<string, number>>;

export function MyDots({ given }: { given: Given }) {
  const mine = Object.entries(given).filter(([, num]) => num > 0);
  if (mine.length === 0) return <Calm><p class="soft">{t("Je hebt geen stippen gezet.")}</p></Calm>;
  return (
    <section class="stack" aria-labelledby="my-dots">
      <h2 id="my-dots">{t("Je stippen")}</h2>
      <ul role="list" class="rows">
        {mine.map(([theme, num]) => (
          <li key={theme} class="row">
            <b class="row-name">{themeName(theme)}</b>
            <Mine num={num} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ResultsProps {
  readonly results: readonly DotResult[];
  readonly before: readonly DotResult[];
  readonly given: Given;
}

export function DotsResults({ results, ...more }: ResultsProps) {
  const others = results.filter(({ shortlisted }) => !shortlisted);
  return (
    <>
      <Ranked results={results.filter(({ shortlisted }) => shortlisted)} {...more} />
      {others.length > 0 && (
        <details class="more">
          <summary>{t("Bekijk wat niet doorgaat")}</summary>
          <Ranked results={others} {...more} />
        </details>
      )}
    </>
  );
}

function Ranked({ results, before, given }: ResultsProps) {
  return (
    <ol role="list" class="rows">
      {results.map(({ theme, rank, supporters, dots }) => (
        <li key={theme} class="row" data-mine={Boolean(given[theme]) || undefined}>
          <span class="rank">{rank}</span>
          <span class="row-name">
            <b>{themeName(theme)}</b>
            <span class="soft small">
              {people(supporters)}
              {dots !== supporters && ` · ${dotsWord(dots)}`}
              {before.filter((one) => one.theme === theme).map((one) => ` · ${dotsBefore(one)}`)}
            </span>
          </span>
          <Mine num={given[theme] ?? 0} />
        </li>
      ))}
    </ol>
  );
}

/** One's own dots on a theme: drawn, and said. */
function Mine({ num }: { num: number }) {
  if (num === 0) return null;
  return (
    <span class="my-dots">
      <span aria-hidden="true">{num <= 3 ? Array.from({ length: num }, (_, n) => <Dot key={n} on />) : <Dot on />}</span>
      <span class="small">{nt("jouw stip", "jouw %(num)s stippen", num)}</span>
    </span>
  );
}
