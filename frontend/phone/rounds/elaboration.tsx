/** Bottelen: the table chooses a theme and fills its card together; others' cards can be read. */

import { useEffect } from "preact/hooks";
import { t } from "../../lib/i18n";
import type { Kept } from "../../lib/store";
import type { RoundSeen } from "../../lib/wire";
import { Problem, useAsking } from "../asking";
import { useHeading } from "../heading";
import { themeName } from "../themes";
import type { RoundProps, RoundView } from ".";
import { All } from "./elaboration/all";
import { OneCard } from "./elaboration/card";
import { type CardNow, cardsOf, filledWord, isOurs, myTable } from "./elaboration/cards";
import { Choose } from "./elaboration/choose";
import { go, placeIn } from "./elaboration/place";

const cardOf = (round: string, id: string): CardNow | undefined => cardsOf(round).find((card) => card.id === id);

function Elaboration({ round, open }: RoundProps) {
  const place = placeIn(round);
  const { ask, problem } = useAsking();
  const card = place.at === "card" ? cardOf(round.id, place.id) : undefined;
  const take = (theme: string) => {
    ask("card.take", { round: round.id, theme });
    go(myTable() ? { at: "home" } : { at: "card", id: `${round.id}:${theme}` });
  };
  const about = cardOf(round.id, round.focus);
  const telling = about && <Telling card={about} here={about.id === card?.id} />;
  useHeading(Object.values(place).join(" "));
  useEffect(() => () => go({ at: "home" }), []);
  return (
    <>
      {!card && telling}
      <Problem of={problem} />
      {place.at === "choose" && <Choose round={round} open={open} take={take} />}
      {card && <OneCard key={card.id} round={round} open={open} card={card} take={take} telling={telling} />}
      {!card && place.at !== "choose" && <All round={round} open={open} take={take} />}
    </>
  );
}

/** A table tells the room about its card: a way to read along, for who wants. */
function Telling({ card, here }: { card: CardNow; here: boolean }) {
  return (
    <div class="notice called" role="status">
      <p>{tellingWord(card, here)}</p>
      {!here && (
        <button type="button" class="button" data-kind="outline" onClick={() => go({ at: "card", id: card.id })}>
          {t("Lees mee")}
        </button>
      )}
    </div>
  );
}

function tellingWord(card: CardNow, here: boolean): string {
  const theme = themeName(card.theme);
  if (card.table === 0) return t("Nu voor de zaal: “%(theme)s”.", { theme });
  if (isOurs(card)) return t("Jullie tafel is aan de beurt. Vertel over “%(theme)s”.", { theme });
  return here
    ? t("Tafel %(number)s vertelt hier nu over.", { number: card.table })
    : t("Tafel %(number)s vertelt over “%(theme)s”.", { number: card.table, theme });
}

function title(round: Kept<RoundSeen>): string {
  const place = placeIn(round);
  const card = place.at === "card" ? cardOf(round.id, place.id) : undefined;
  if (card) return themeName(card.theme);
  return place.at === "choose" ? t("Welk thema werken jullie uit?") : t("Van idee naar plan");
}

function lead(round: Kept<RoundSeen>): string {
  const place = placeIn(round);
  const card = place.at === "card" ? cardOf(round.id, place.id) : undefined;
  if (card && isOurs(card) && round.status === "open") {
    return t("Vul de kaart samen in. Wie in een vak schrijft, heeft het even voor zich alleen.");
  }
  if (card) return "";
  if (round.status === "closed") return t("Deze ronde is voorbij. Je kunt alle kaarten nog lezen.");
  if (place.at === "choose") return t("Kies het samen aan tafel. Eén telefoon kiest voor iedereen.");
  return myTable() ? t("Kijk wat er aan de andere tafels ontstaat.") : t("Kies een kaart en vul hem samen in.");
}

function above(round: Kept<RoundSeen>): string {
  const place = placeIn(round);
  const card = place.at === "card" ? cardOf(round.id, place.id) : undefined;
  if (!card) return myTable() ? t("Tafel %(number)s", { number: myTable() }) : "";
  return [card.table ? t("Kaart van tafel %(number)s", { number: card.table }) : t("Kaart"), filledWord(card)].join(" · ");
}

export const screen: RoundView = { above, title, lead, View: Elaboration };
