/** How much time there is, read anew every second. */

import { second, serverNow } from "../lib/connection";
import type { RoundSeen } from "../lib/wire";

const MINUTE = 60_000; // ms
const NEARLY = MINUTE;

export interface TimeLeft {
  readonly ms: number;
  readonly state: "running" | "nearly" | "over" | "paused";
}

/** What a round has left; nothing when it does not run. Subscribes the caller to the seconds. */
export function timeLeft(round: RoundSeen): TimeLeft | undefined {
  if (round.status === "paused") return { ms: round.left, state: "paused" };
  return round.status === "open" && round.ends_at ? until(round.ends_at) : undefined;
}

/** The speaking time of what the room looks at. */
export const speakingTime = (round: RoundSeen): TimeLeft | undefined =>
  round.focus && round.focus_ends_at ? until(round.focus_ends_at) : undefined;

function until(end: number): TimeLeft {
  void second.value;
  const ms = end - serverNow();
  return { ms, state: ms <= 0 ? "over" : ms <= NEARLY ? "nearly" : "running" };
}

export const minutesPlanned = (plan: readonly RoundSeen[]): number =>
  plan.reduce((sum, round) => sum + round.minutes, 0);

/** Whole minutes that a round took, or all of them: until the next one began, or until now. */
export function minutesTaken(plan: readonly RoundSeen[], of?: RoundSeen): number {
  const begun = plan.filter((round) => round.opened_at).sort((a, b) => a.opened_at - b.opened_at);
  const first = of ?? begun[0];
  if (!first?.opened_at) return 0;
  const next = of && begun[begun.indexOf(of) + 1];
  if (!next) void second.value;
  return Math.max(0, Math.round(((next?.opened_at ?? serverNow()) - first.opened_at) / MINUTE));
}
