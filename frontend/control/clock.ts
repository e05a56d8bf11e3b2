/** Time planned against time used. */

import { second, serverNow } from "../lib/clock";
import type { RoundSeen } from "../lib/wire";

const MINUTE = 60_000; // ms

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

/** The time of day on this device, as "16:05". */
export const timeOfDay = (ms: number): string =>
  new Intl.DateTimeFormat("nl", { hour: "2-digit", minute: "2-digit" }).format(ms);
