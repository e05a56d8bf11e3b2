/** Where one is in the poll, and what one answered, ahead of the server. */

import { signal } from "@preact/signals";
import { asked } from "../../../lib/outbox";
import { entity, type Kept, me, own } from "../../../lib/store";
import type { ThemeSeen } from "../../../lib/wire";
import { ownOrder } from "../../order";

export interface Answer {
  /** "" for none, else "support", "live_with" or "object". */
  readonly answer: string;
  readonly reason: string;
  readonly energy: boolean;
}

/** My answer to a theme as it will be. */
export function answerTo(round: string, theme: string): Answer {
  const stored = own("poll_ballots").value[`${round}:${me.value?.id}:${theme}`];
  const coming = asked<Partial<Answer> & { round: string; theme: string }>(
    "poll.answer",
    (data) => data.round === round && data.theme === theme,
  );
  const { answer = "", reason = "", energy = false } = coming ?? stored ?? {};
  return { answer, reason, energy };
}

/** The themes of a poll, in one's own order. */
export const themesOf = (round: string): Kept<ThemeSeen>[] =>
  ownOrder((entity("polls", round)?.themes ?? []).flatMap((id) => entity("themes", id) ?? []));

/** Not a theme, but all of one's answers together. */
export const OVERVIEW = "";

const places = signal<Readonly<Record<string, string>>>({});
const overviewed = signal<ReadonlySet<string>>(new Set());

/** The theme that is before one; on coming in the first without an answer. */
export function placeIn(round: string): string {
  const chosen = places.value[round];
  if (chosen !== undefined) return chosen;
  return themesOf(round).find(({ id }) => !answerTo(round, id).answer)?.id ?? OVERVIEW;
}

export function goTo(round: string, place: string): void {
  places.value = { ...places.value, [round]: place };
  if (place === OVERVIEW) overviewed.value = new Set([...overviewed.value, round]);
}

/** Whether one went through all of it once, and now only looks something up or changes it. */
export const wentThrough = (round: string): boolean => overviewed.value.has(round);

/** Under what name an objection that was not sent yet is kept. */
export const objectionDraft = (round: string, theme: string): string => `objection ${round} ${theme}`;
