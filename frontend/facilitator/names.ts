/** What a round is doing, and what the room looks at, in words. */

import { theme } from "../control/room";
import { canVeil, MAP } from "../control/unveil";
import { t } from "../lib/i18n";
import type { RoundSeen } from "../lib/wire";
import { initiative, type Kept, list } from "../lib/store";

const PHASES: Record<string, () => string> = {
  alone: () => t("In stilte: niemand ziet de ideeën van een ander."),
  table: () => t("Elke tafel ziet de eigen ideeën."),
  room: () => t("Iedereen ziet alle ideeën."),
  voting: () => t("Iedereen stemt. Niemand ziet de tussenstand."),
  writing: () => t("Iedereen geeft een cijfer."),
  results: () => t("De uitslag is te zien."),
};

export function phaseWord(round: RoundSeen): string {
  if (round.status === "paused") return t("De ronde staat even stil.");
  if (round.status === "closed" && round.phase === "voting") {
    if (round.kind === "poll" && canVeil()) return t("Een deel van de uitslag is te zien.");
    return t("De stemming is dicht. Nog niemand ziet de uitslag.");
  }
  return PHASES[round.phase]?.() ?? "";
}

/** The name of what is in focus, "" for the overview. */
export function focusName(round: Kept<RoundSeen>): string {
  const of = round.focus;
  if (round.kind === "poll" && of === MAP) return t("de draagvlakkaart");
  const card = list("cards").value.find(({ id }) => id === of);
  const group = list("groups").value.find(({ id }) => id === of);
  return initiative(of)?.name ?? theme(card?.theme ?? group?.theme ?? of)?.name ?? "";
}
