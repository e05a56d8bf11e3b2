/** The strengthening map: what is needed, larger as more know it, with a line to who can help. */

import { colourOf, Mark } from "../../control/mark";
import { nt, t } from "../../lib/i18n";
import { type Kept, picture } from "../../lib/store";
import { heardWord, type Need, needsOf } from "../../lib/strengthening";
import type { IntroductionsPicture, RoundSeen } from "../../lib/wire";
import { Empty, Pager } from "../parts";
import { pageOf, pagesOf, useTurns } from "../turns";

const NEEDS = 5; // that are still read from the back row
const PAGES = 4; // that a room still follows; the other needs are in the report
const FEW = 3; // that have room to be larger
const NAMED = 4; // initiatives with their name; where there are more they have their mark only
const MARKED = 12; // initiatives with their mark; of the others only how many they are
const LARGEST = 4; // from so many initiatives a need is as large as it gets
const LONG = 70; // characters, from which a need gets one more line

export function StrengtheningMap({ round }: { round: Kept<RoundSeen> }) {
  const all = needsOf(round.id);
  const shown = all.slice(0, NEEDS * PAGES);
  const pages = pagesOf(shown.length, NEEDS);
  const page = useTurns(pages);
  if (all.length === 0) return <Empty>{t("Er zijn nog geen knelpunten opgeschreven.")}</Empty>;
  return (
    <div class="strengthening-map">
      <div class="need-row need-heads" aria-hidden="true">
        <p>{t("Hier loopt iemand vast")}</p>
        <p>{t("Kan helpen")}</p>
      </div>
      <ol role="list" class="needs" data-few={all.length <= FEW || undefined} aria-hidden="true">
        {pageOf(shown, NEEDS, page).map((need) => (
          <NeedRow key={need.id} need={need} />
        ))}
      </ol>
      <div class="need-foot">
        {shown.length < all.length && (
          <p>{t("De %(shown)s die het meest spelen. Alle %(all)s staan in het verslag.", { shown: shown.length, all: all.length })}</p>
        )}
        <Pager page={page} pages={pages} />
      </div>
      <NeedTable needs={all} />
    </div>
  );
}

/** What the map comes to, in one line. */
export function mapLead(round: string): string {
  const all = needsOf(round);
  const helped = all.filter(({ helpers }) => helpers.length > 0).length;
  const introduced = picture<IntroductionsPicture>(round)?.introduced ?? 0;
  if (helped === 0) return t("Weet jij wie kan helpen? Zeg het hardop.");
  return [
    nt("Bij %(num)s knelpunt kan iemand helpen.", "Bij %(num)s knelpunten kan iemand helpen.", helped),
    introduced === 0
      ? t("Vraag op je telefoon om contact.")
      : nt("Er is al %(num)s contact gelegd.", "Er zijn al %(num)s contacten gelegd.", introduced),
  ].join(" ");
}

function NeedRow({ need }: { need: Need }) {
  return (
    <li class="need-row" data-heard={Math.min(need.heard, LARGEST)} data-long={need.text.length > LONG || undefined}>
      <div class="need">
        <Mark of={need.from} />
        <span class="need-text">{need.text}</span>
        <span class="need-heard">{heardWord(need.heard)}</span>
      </div>
      <span class="need-line" data-open={need.helpers.length === 0 || undefined} />
      <Helpers of={need.helpers} />
    </li>
  );
}

function Helpers({ of }: { of: Need["helpers"] }) {
  const named = of.length <= NAMED;
  const marked = of.length > MARKED ? of.slice(0, MARKED - 1) : of;
  return (
    <div class="need-helpers" data-marks={!named || undefined}>
      {of.length === 0 && <span class="told">{t("wie kan helpen?")}</span>}
      {marked.map((one) => (
        <span key={one.id} class="need-helper" data-initiative={colourOf(one)}>
          <Mark of={one} /> {named && <span>{one.name}</span>}
        </span>
      ))}
      {marked.length < of.length && <b>{t("en nog %(num)s", { num: of.length - marked.length })}</b>}
    </div>
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
