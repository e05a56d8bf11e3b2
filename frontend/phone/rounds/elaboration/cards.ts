/** The cards as they will be, with what is under way on this phone, and whose they are. */

import { t } from "../../../lib/i18n";
import { asked, underWay } from "../../../lib/outbox";
import { list, me, workshop } from "../../../lib/store";
import { CARD_FIELDS } from "../../../lib/words";

export const LONGEST = 1000; // characters of a field

export type Field = (typeof CARD_FIELDS)[number];

export interface CardNow {
  readonly id: string;
  readonly theme: string;
  /** Who fills it; 0 for anyone. */
  readonly table: number;
  readonly texts: Readonly<Record<Field, string>>;
}

/** At which table one works; 0 when the room has none. */
export const myTable = (): number => (workshop.value?.tables ? (me.value?.table ?? 0) : 0);

interface Write {
  readonly card: string;
  readonly field: Field;
  readonly text: string;
}

const writing = (card: string, field: Field): Write | undefined =>
  asked<Write>("card.write", (data) => data.card === card && data.field === field);

export const fieldMoves = (card: string, field: Field): boolean => writing(card, field) !== undefined;

/** The cards of a round, also those just taken here. */
export function cardsOf(round: string): CardNow[] {
  const there = list("cards").value.filter((card) => card.round === round);
  const taken = underWay.value
    .filter(({ kind, data }) => kind === "card.take" && data["round"] === round)
    .map(({ data }) => String(data["theme"]));
  const fresh = taken.filter((theme) => !there.some((card) => card.theme === theme));
  const tableOf = (theme: string, table = 0) => (taken.includes(theme) ? myTable() : table);
  return [...there, ...[...new Set(fresh)].map((theme) => ({ id: `${round}:${theme}`, theme, table: 0 }))].map((card) => ({
    id: card.id,
    theme: card.theme,
    table: tableOf(card.theme, card.table),
    texts: Object.fromEntries(
      CARD_FIELDS.map((field) => [field, writing(card.id, field)?.text ?? (card as Partial<Record<Field, string>>)[field] ?? ""]),
    ) as Record<Field, string>,
  }));
}

/** Whether one fills this card oneself, with one's table. */
export const isOurs = (card: CardNow): boolean => card.table === myTable();

export const filled = ({ texts }: CardNow): number => CARD_FIELDS.filter((field) => texts[field]).length;

export const filledWord = (card: CardNow): string =>
  t("%(num)s van %(all)s ingevuld", { num: filled(card), all: CARD_FIELDS.length });

export function tableWord(card: CardNow): string {
  if (card.table === 0) return myTable() ? t("nog geen tafel") : "";
  return isOurs(card) ? t("jullie tafel") : t("tafel %(number)s", { number: card.table });
}
