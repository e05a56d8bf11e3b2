/** Bottelen: the cards that tables fill, with how far they are; one of them large. */

import { colourOf } from "../../control/mark";
import { theme } from "../../control/room";
import { second, serverNow } from "../../lib/clock";
import { t } from "../../lib/i18n";
import type { CardSeen, RoundSeen } from "../../lib/wire";
import { CARD_FIELDS, cardFieldWord } from "../../lib/words";
import { Empty, Pager } from "../parts";
import { pageOf, pagesOf, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { type Kept, list, workshop } from "../../lib/store";

const CARDS = 9;

const cards = list("cards");
const holds = list("holds");

const tables = (): number => workshop.value?.tables ?? 0;
const cardsOf = (round: string) => cards.value.filter((card) => card.round === round);
const focused = (round: Kept<RoundSeen>) => cardsOf(round.id).find(({ id }) => id === round.focus);

function Elaboration({ round }: { round: Kept<RoundSeen> }) {
  const card = focused(round);
  return card ? <OneCard card={card} /> : <Cards all={cardsOf(round.id)} open={round.status === "open"} />;
}

function Cards({ all, open }: { all: readonly Kept<CardSeen>[]; open: boolean }) {
  const pages = pagesOf(all.length, CARDS);
  const page = useTurns(pages);
  if (all.length === 0) {
    return <Empty>{tables() > 0 ? t("Kies aan tafel een thema om uit te werken.") : t("Er zijn geen thema’s om uit te werken.")}</Empty>;
  }
  const shown = pageOf(all, CARDS, page);
  return (
    <>
      <ul role="list" class="cards" data-few={shown.length <= 4 || undefined}>
        {shown.map((card) => (
          <li key={card.id} data-colour={colourOf(theme(card.theme) ?? {})}>
            <h2>{theme(card.theme)?.name}</h2>
            {tables() > 0 && <p>{card.table ? t("Tafel %(number)s", { number: card.table }) : t("nog geen tafel")}</p>}
            {card.what && <p class="card-what">{card.what}</p>}
            <Progress card={card} open={open} />
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </>
  );
}

/** A part per field: filled, being written, or still empty. */
function Progress({ card, open }: { card: Kept<CardSeen>; open: boolean }) {
  const filled = CARD_FIELDS.filter((field) => card[field]);
  void second.value; // a hold runs out by itself
  const held = holds.value.filter((hold) => open && hold.card === card.id && hold.until > serverNow());
  const writing = held.map(({ field }) => field);
  return (
    <div class="progress">
      <p>{t("%(num)s van %(all)s ingevuld", { num: filled.length, all: CARD_FIELDS.length })}</p>
      <div aria-hidden="true">
        {CARD_FIELDS.map((field) => (
          <i key={field} data-on={card[field] ? "" : undefined} data-writing={writing.includes(field) || undefined} />
        ))}
      </div>
    </div>
  );
}

function OneCard({ card }: { card: Kept<CardSeen> }) {
  const words = CARD_FIELDS.reduce((sum, field) => sum + (card[field]?.length ?? 0), 0);
  return (
    <dl class="one-card" data-colour={colourOf(theme(card.theme) ?? {})} data-full={words > 700 || undefined}>
      {CARD_FIELDS.map((field) => (
        <div key={field} data-field={field} data-empty={card[field] ? undefined : ""}>
          <dt>{cardFieldWord(field)}</dt>
          <dd>{card[field] || t("nog leeg")}</dd>
        </div>
      ))}
    </dl>
  );
}

export const elaboration: RoundPicture = {
  title: (round) => {
    const card = focused(round);
    return card ? (theme(card.theme)?.name ?? "") : t("Van idee naar plan");
  },
  lead: (round) => {
    const card = focused(round);
    if (card) return card.table ? t("Tafel %(number)s vertelt", { number: card.table }) : "";
    if (round.status === "closed") return t("De kaarten zijn klaar. Op je telefoon kun je ze teruglezen.");
    return tables() > 0
      ? t("Vul met je tafel de kaart in: wat, waarom, en wat is de eerste stap?")
      : t("Kies op je telefoon een kaart en vul hem samen in: wat, waarom, en wat is de eerste stap?");
  },
  time: () => t("nog om te schrijven"),
  Picture: Elaboration,
};
