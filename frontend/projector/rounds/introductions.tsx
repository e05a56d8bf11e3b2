/** Kennismaken: all initiatives side by side, or the one that presents, with what it shares. */

import { colourOf, Mark } from "../../control/mark";
import { headcount, initiatives } from "../../control/room";
import { MAP } from "../../control/unveil";
import { nt, t } from "../../lib/i18n";
import type { IntroductionsPicture, PointSeen, RoundSeen } from "../../lib/wire";
import { people } from "../../lib/words";
import { Empty, Pager } from "../parts";
import { pageOf, pagesOf, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { mapLead, StrengtheningMap } from "./introductions-map";
import { initiative, type Kept, list, picture } from "../../lib/store";

const CARDS = 9;
const POINTS = 4;

const cards = list("introductions");
const points = list("points");

const cardOf = (round: string, of: string) =>
  cards.value.find((card) => card.round === round && card.initiative === of);
const pointsOf = (round: string, of: string, sort: PointSeen["sort"]) =>
  points.value.filter((p) => p.round === round && p.initiative === of && p.sort === sort);

function Introductions({ round }: { round: Kept<RoundSeen> }) {
  if (round.phase === MAP) return <StrengtheningMap round={round} />;
  const presenting = initiative(round.focus);
  return presenting ? <Presenting round={round} of={presenting} /> : <Overview round={round} />;
}

function Overview({ round }: { round: Kept<RoundSeen> }) {
  const all = initiatives.value;
  const pages = pagesOf(all.length, CARDS);
  const page = useTurns(pages);
  if (all.length === 0) return <Empty>{t("De eerste initiatieven komen zo binnen.")}</Empty>;
  const shown = pageOf(all, CARDS, page);
  return (
    <>
      <ul role="list" class="initiatives" data-few={shown.length <= 4 || undefined}>
        {shown.map((one) => (
          <li key={one.id} data-initiative={colourOf(one)}>
            <Mark of={one} size="l" />
            <div>
              <h2>{one.name}</h2>
              <p>{headcount.value.has(one.id) ? people(headcount.value.get(one.id) ?? 0) : t("nog niemand binnen")}</p>
              <Told
                here={headcount.value.has(one.id)}
                factors={pointsOf(round.id, one.id, "factor").length}
                bottlenecks={pointsOf(round.id, one.id, "bottleneck").length}
              />
            </div>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </>
  );
}

function Told({ here, factors, bottlenecks }: { here: boolean; factors: number; bottlenecks: number }) {
  if (factors + bottlenecks === 0) return here ? <p class="told">{t("schrijft nog")}</p> : null;
  return (
    <p class="told">
      {nt("%(num)s succesfactor", "%(num)s succesfactoren", factors)} ·{" "}
      {nt("%(num)s knelpunt", "%(num)s knelpunten", bottlenecks)}
    </p>
  );
}

function Presenting({ round, of }: { round: Kept<RoundSeen>; of: NonNullable<ReturnType<typeof initiative>> }) {
  const card = cardOf(round.id, of.id);
  return (
    <article class="presenting" data-initiative={colourOf(of)}>
      <header>
        <Mark of={of} size="xl" />
        <div>
          {card?.who && <p class="presenting-who">{card.who}</p>}
          {card?.beautiful && <p class="presenting-beautiful">{card.beautiful}</p>}
        </div>
      </header>
      <div class="presenting-points">
        <Points round={round.id} of={of.id} sort="factor" title={t("Dit werkt")} />
        <Points round={round.id} of={of.id} sort="bottleneck" title={t("Hier lopen we vast")} />
      </div>
    </article>
  );
}

function Points({ round, of, sort, title }: { round: string; of: string; sort: PointSeen["sort"]; title: string }) {
  const all = pointsOf(round, of, sort);
  const heard = picture<IntroductionsPicture>(round)?.points ?? {};
  const pages = pagesOf(all.length, POINTS);
  const page = useTurns(pages, undefined, 9000);
  return (
    <section data-sort={sort}>
      <h2>{title}</h2>
      {all.length === 0 && <p class="told">{t("nog niets opgeschreven")}</p>}
      <ul role="list">
        {pageOf(all, POINTS, page).map((point) => (
          <li key={point.id}>
            <span>{point.text}</span>
            <Heard recognised={heard[point.id]?.recognised ?? 0} helpers={heard[point.id]?.helpers ?? []} />
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </section>
  );
}

function Heard({ recognised, helpers }: { recognised: number; helpers: readonly string[] }) {
  return (
    <span class="heard">
      {recognised > 0 && <b>{nt("%(num)s herkent dit", "%(num)s herkennen dit", recognised)}</b>}
      {helpers.length > 0 && (
        <span class="helpers">
          {t("hulp van")} {helpers.map((id) => <Mark key={id} of={initiative(id)} />)}
        </span>
      )}
    </span>
  );
}

function lead(round: Kept<RoundSeen>): string {
  if (round.phase === MAP) return mapLead(round.id);
  return initiative(round.focus)
    ? t("Herken je iets, of kun je helpen? Tik het aan op je telefoon.")
    : t("Wat lukt bij jullie, en waar lopen jullie vast? Schrijf het op je telefoon.");
}

export const introductions: RoundPicture = {
  title: (round) =>
    round.phase === MAP ? t("Wie kan wie versterken?") : (initiative(round.focus)?.name ?? t("Wie zijn we?")),
  lead,
  time: (round) => (round.phase === MAP ? t("om elkaar te vinden") : t("om te vertellen")),
  Picture: Introductions,
};
