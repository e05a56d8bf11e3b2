/** Where one is in the poll, and what one answered, ahead of the server. */

import { isVoters, voter } from "../../../lib/guest";
import { asked } from "../../../lib/outbox";
import { entity, type Kept, own } from "../../../lib/store";
import type { ThemeSeen } from "../../../lib/wire";
import { ownOrder } from "../../order";
import { chosenPlace, OVERVIEW } from "../../walk";

export interface Answer {
  /** "" for none, else "support", "live_with" or "object". */
  readonly answer: string;
  readonly reason: string;
  readonly energy: boolean;
}

/** My answer to a theme as it will be. */
export function answerTo(round: string, theme: string): Answer {
  const stored = own("poll_ballots").value[`${round}:${voter.value}:${theme}`];
  const coming = asked<Partial<Answer> & { round: string; theme: string; guest?: string }>(
    "poll.answer",
    (data) => data.round === round && data.theme === theme && isVoters(data),
  );
  const { answer = "", reason = "", energy = false } = coming ?? stored ?? {};
  return { answer, reason, energy };
}

/** The themes of a poll, in one's own order. */
export const themesOf = (round: string): Kept<ThemeSeen>[] =>
  ownOrder((entity("polls", round)?.themes ?? []).flatMap((id) => entity("themes", id) ?? []));

/** The theme that is before one; on coming in the first without an answer. */
export function placeIn(round: string): string {
  return chosenPlace(round) ?? themesOf(round).find(({ id }) => !answerTo(round, id).answer)?.id ?? OVERVIEW;
}
