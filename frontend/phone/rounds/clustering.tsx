/** Gisten: one idea at a time to its theme, by hand or by what several people say together; and the
 *  themes to look through. */

import { useEffect } from "preact/hooks";
import { guest } from "../../lib/guest";
import { t } from "../../lib/i18n";
import type { Kept } from "../../lib/store";
import type { RoundSeen } from "../../lib/wire";
import { ideasWord } from "../../lib/words";
import { Problem, useAsking } from "../asking";
import { useHeading } from "../heading";
import type { RoundProps, RoundView } from ".";
import { ideasIn, isStanding, loose, themeNow, themes } from "./clustering/board";
import { done, go, type Place, placeIn } from "./clustering/place";
import { allPlaced, Sort } from "./clustering/sort";
import { shown, startAnew } from "./clustering/sorting";
import { Split } from "./clustering/split";
import { Done, OneTheme, Themes } from "./clustering/themes";
import { left, together } from "./clustering/together";

function Clustering({ round, open }: RoundProps) {
  const place = placeIn(round);
  const { ask, problem } = useAsking();
  const hands = open && !together.value; // whoever sorts together moves nothing alone
  const asking = (kind: string, data: object, said?: string) => {
    const id = ask(kind, data);
    done.value = said ? { id, said } : undefined;
    return id;
  };
  useHeading(Object.values(place).join(" "));
  useEffect(() => forget, [guest.value]);
  return (
    <>
      {round.status !== "closed" && (place.at === "sort" || place.at === "themes") && <Tabs at={place.at} />}
      <Problem of={problem} />
      {round.status !== "closed" && (place.at === "themes" || place.at === "theme") && <Done ask={asking} open={open} />}
      {place.at === "sort" && <Sort round={round} open={open} ask={asking} />}
      {place.at === "themes" && <Themes />}
      {place.at === "theme" && <OneTheme key={place.id} round={round} id={place.id} ask={asking} open={hands} />}
      {place.at === "split" && <Split key={place.id} round={round} id={place.id} ask={asking} open={hands} />}
    </>
  );
}

/** Where one was belongs to the round that is over, or to somebody else. */
function forget(): void {
  startAnew();
  done.value = undefined;
  go({ at: "sort" });
}

function Tabs({ at }: { at: Place["at"] }) {
  const tabs = [
    { to: "sort", word: toSort() },
    { to: "themes", word: t("Thema’s: %(num)s", { num: themes.value.length }) },
  ] as const;
  return (
    <nav class="tabs" aria-label={t("Los of thema’s")}>
      {tabs.map(({ to, word }) => (
        <button
          key={to}
          type="button"
          aria-current={at === to ? "page" : undefined}
          onClick={() => {
            done.value = undefined;
            go({ at: to });
          }}
        >
          {word}
        </button>
      ))}
    </nav>
  );
}

const toSort = (): string =>
  together.value ? t("Voor jou: %(num)s", { num: left.value.length }) : t("Nog los: %(num)s", { num: loose.value.length });

function title(round: Kept<RoundSeen>): string {
  const place = placeIn(round);
  if (place.at === "theme") return themeNow(place.id)?.name ?? t("Thema");
  if (place.at === "split") return t("Wat gaat eruit?");
  if (place.at === "themes") return t("De thema’s");
  if (!shown.value) return allPlaced();
  return together.value ? t("Waar hoort dit bij, vind jij?") : t("Waar hoort dit bij?");
}

function lead(round: Kept<RoundSeen>): string {
  const place = placeIn(round);
  if (place.at === "theme") return ideasLead(place.id, round.status === "open" && !together.value);
  if (round.status === "closed") return t("Deze ronde is voorbij. Je kunt de thema’s nog bekijken.");
  if (place.at === "split") return t("Kies wat samen een nieuw thema wordt, en geef het een naam.");
  if (place.at === "sort") return sortLead();
  return t("Kijk samen na of de namen kloppen, en of alles bij elkaar hoort.");
}

function sortLead(): string {
  if (shown.value && themes.value.length === 0) return t("Er zijn nog geen thema’s. Noem het eerste: waar gaat dit over?");
  if (!together.value && shown.value) return t("Tik een thema aan, of noem een nieuw thema.");
  if (shown.value) return t("Anderen krijgen dit ook. Niemand ziet wat jij kiest. Zijn jullie het eens, dan krijgt het een plek.");
  if (loose.value.length > 0) return t("Je hebt alles gehad. De anderen zijn nog bezig; kijk intussen naar de thema’s.");
  return t("Kijk samen na of de namen kloppen, en of alles bij elkaar hoort.");
}

function ideasLead(theme: string, open: boolean): string {
  if (!isStanding(theme)) return "";
  const count = ideasWord(ideasIn(theme).length);
  return open ? t("%(ideas)s. Tik een idee aan om het te verplaatsen.", { ideas: count }) : t("%(ideas)s.", { ideas: count });
}

const above = (round: Kept<RoundSeen>): string => (placeIn(round).at === "theme" ? t("Thema") : "");

export const screen: RoundView = { above, title, lead, View: Clustering };
