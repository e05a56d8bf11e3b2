/** Showing the results of a poll place by place, from the least supported, and what has a map on it. */

import { t } from "../lib/i18n";
import { currentRound, picture } from "../lib/store";
import type { PollPicture } from "../lib/wire";
import { revealedWord } from "../lib/words";
import { act } from "./act";

/** What a poll's focus is, and the phase of the introductions, while the room looks at the map. */
export const MAP = "map";

const closedPoll = () => {
  const round = currentRound.value;
  return round?.kind === "poll" && round.status === "closed" ? round : undefined;
};

/** How many places are shown; tied themes are one. */
function places(): number {
  const round = closedPoll();
  const results = round && picture<PollPicture>(round.id)?.results;
  return new Set(results?.map(({ rank }) => rank)).size;
}

export const canUnveil = (): boolean => closedPoll() !== undefined && closedPoll()?.phase !== "results";
export const canVeil = (): boolean => places() > 0;
/** The introductions, once they began: they have the strengthening map. */
const introductions = () => {
  const round = currentRound.value;
  return round?.kind === "introductions" && round.status !== "planned" ? round : undefined;
};
export const canMap = (): boolean => places() > 0 || introductions() !== undefined;
const onMap = (): boolean => currentRound.value?.focus === MAP || introductions()?.phase === MAP;

/** What the key for the map does now. */
export function mapWord(): string {
  if (introductions()) return onMap() ? t("Toon de kaarten") : t("Toon de versterkingskaart");
  return onMap() ? t("Toon de balken") : t("Toon de draagvlakkaart");
}

export const unveilWord = (): string =>
  places() > 0 ? t("Toon het volgende thema") : t("Toon het minst gedragen thema");

/** Show one place more, or hide the last one again. */
export function unveil(more: 1 | -1): void {
  const round = closedPoll();
  if (!round) return;
  const said = more > 0 ? t("Het volgende thema is te zien") : t("Het laatste thema is weer weg");
  act("poll.unveil", { round: round.id, places: Math.max(0, places() + more) }, said);
}

/** Put the map on the screen, or what it is made of. */
export function toggleMap(): void {
  const met = introductions();
  if (met) {
    const said = onMap() ? t("De kaarten staan op het scherm") : revealedWord(MAP);
    act("round.reveal", { round: met.id, phase: onMap() ? "running" : MAP }, said);
    return;
  }
  const round = closedPoll();
  if (!round) return;
  const said = onMap() ? t("De balken staan op het scherm") : t("De draagvlakkaart staat op het scherm");
  act("round.focus", { round: round.id, focus: onMap() ? "" : MAP }, said);
}
