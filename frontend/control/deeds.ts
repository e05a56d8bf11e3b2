/** What whoever leads can do, each with what is said when it is done. */

import { nt, t } from "../lib/i18n";
import { roundName } from "../lib/rounds";
import { currentRound, type Kept, workshop } from "../lib/store";
import type { RoundSeen } from "../lib/wire";
import { revealedWord, revealWord } from "../lib/words";
import { act } from "./act";
import { turnFrom } from "./focus";
import { pickFirst } from "./pick";
import { ideas, step } from "./room";
import { picked } from "./screen";
import type { Step } from "./step";
import { unveil, unveilWord } from "./unveil";

export const nameOf = (round: { kind: string; title: string }) => roundName(round.kind, round.title);

/** What the next step is called on the one large button. */
export function stepWord(next: Step): string {
  switch (next.kind) {
    case "open":
      return t("Start %(round)s", { round: nameOf(next.round) });
    case "go_on":
      return t("Ga verder");
    case "reveal":
      return revealWord(next.phase);
    case "unveil":
      return unveilWord();
    case "close":
      return t("Sluit %(round)s", { round: nameOf(next.round) });
    case "end":
      return t("Rond de sessie af");
    case "none":
      return t("De sessie is afgelopen");
  }
}

/** Take the next sensible step. */
export function takeStep(): void {
  const next = step.value;
  if (next.kind === "open" || next.kind === "go_on") open(next.round);
  if (next.kind === "reveal") {
    act("round.reveal", { round: next.round.id }, revealedWord(next.phase));
  }
  if (next.kind === "unveil") unveil(1);
  if (next.kind === "close") close(next.round);
  if (next.kind === "end") end();
}

export function open(round: Kept<RoundSeen>): void {
  const said = { round: nameOf(round) };
  act(
    "round.open",
    { round: round.id },
    round.status === "paused"
      ? t("%(round)s gaat verder", said)
      : round.status === "closed"
        ? t("%(round)s is heropend", said)
        : t("%(round)s is begonnen", said),
  );
}

export function close(round: { id: string; kind: string; title: string }): void {
  act("round.close", { round: round.id }, t("%(round)s is dicht", { round: nameOf(round) }));
}

export function pause(): void {
  const round = currentRound.value;
  if (round?.status === "paused") open(round);
  else if (round) act("round.pause", { round: round.id }, t("%(round)s staat even stil", { round: nameOf(round) }));
}

export function extend(minutes: number): void {
  const round = currentRound.value;
  if (!round) return;
  act("round.extend", { round: round.id, minutes }, minuteWord(minutes));
}

export const minuteWord = (minutes: number): string =>
  minutes > 0
    ? nt("%(num)s minuut erbij", "%(num)s minuten erbij", minutes)
    : nt("%(num)s minuut eraf", "%(num)s minuten eraf", -minutes);

export function focus(forward: 1 | -1): void {
  const round = currentRound.value;
  if (!round) return;
  const turn = turnFrom(round, forward);
  act(
    "round.focus",
    { round: round.id, focus: turn.id, seconds: turn.seconds },
    turn.id ? t("De volgende staat op het scherm") : t("Het overzicht staat op het scherm"),
  );
}

export function end(): void {
  act("workshop.end", {}, t("De sessie is afgelopen"));
}

export function spotlight(idea: string): void {
  picked.value = "";
  act("idea.spotlight", { idea }, idea ? t("Eén idee staat groot") : t("Alle ideeën staan er weer"));
}

export function startPicking(): void {
  if (workshop.value?.spotlight) spotlight("");
  else if (picked.value) spotlight(picked.value);
  else pickFirst();
}

/** The idea that hiding is about: the one that is large, or the one picked. */
export const atHand = () => workshop.value?.spotlight || picked.value;

export function hide(idea: string, hidden = true): void {
  picked.value = "";
  act("idea.hide", { idea, hidden }, hidden ? t("Een idee is verborgen") : t("Een idee is weer te zien"));
}

/** Put an idea in a theme; "" makes it loose again. */
export function moveIdea(round: string, idea: string, theme: string): void {
  if (ideas.value.find(({ id }) => id === idea)?.theme === theme) return;
  act("idea.place", { round, idea, theme }, theme ? t("Een idee is verplaatst") : t("Een idee is weer los"));
}
