/** The strengthening map: what is needed, larger as more know it, with a line to who can help. */

import { colourOf, Mark } from "../../control/mark";
import { t } from "../../lib/i18n";
import type { Kept } from "../../lib/store";
import { heardWord, type Need, needsOf } from "../../lib/strengthening";
import type { RoundSeen } from "../../lib/wire";
import { Empty, Pager } from "../parts";
import { pageOf, pagesOf, useTurns } from "../turns";

const NEEDS = 5; // that are still read from the back row
const NAMED = 4; // initiatives with their name; where there are more they have their mark only
const LARGEST = 4; // from so many initiatives a need is as large as it gets

export function StrengtheningMap({ round }: { round: Kept<RoundSeen> }) {
  const all = needsOf(round.id);
  const pages = pagesOf(all.length, NEEDS);
  const page = useTurns(pages);
  if (all.length === 0) return <Empty>{t("Er zijn nog geen knelpunten opgeschreven.")}</Empty>;
  return (
    <>
      <ol role="list" class="needs" aria-hidden="true">
        {pageOf(all, NEEDS, page).map((need) => (
          <NeedRow key={need.id} need={need} />
        ))}
      </ol>
      <Pager page={page} pages={pages} />
      <NeedTable needs={all} />
    </>
  );
}

function NeedRow({ need }: { need: Need }) {
  const named = need.helpers.length <= NAMED;
  return (
    <li data-heard={Math.min(need.heard, LARGEST)}>
      <div class="need">
        <Mark of={need.from} />
        <span class="need-text">{need.text}</span>
        <span class="need-heard">{heardWord(need.heard)}</span>
      </div>
      <span class="need-line" data-open={need.helpers.length === 0 || undefined} />
      <div class="need-helpers">
        {need.helpers.length === 0 && <span class="told">{t("wie kan helpen?")}</span>}
        {need.helpers.map((one) => (
          <span key={one.id} class="need-helper" data-initiative={colourOf(one)}>
            <Mark of={one} /> {named && <span>{one.name}</span>}
          </span>
        ))}
      </div>
    </li>
  );
}

/** The whole map in words. */
function NeedTable({ needs }: { needs: readonly Need[] }) {
  return (
    <div class="visually-hidden">
      <table>
        <caption>{t("Versterkingskaart")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("Knelpunt")}</th>
            <th scope="col">{t("Initiatief")}</th>
            <th scope="col">{t("Speelt bij")}</th>
            <th scope="col">{t("Kan helpen")}</th>
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need.id}>
              <th scope="row">{need.text}</th>
              <td>{need.from?.name}</td>
              <td>{heardWord(need.heard)}</td>
              <td>{need.helpers.map(({ name }) => name).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
