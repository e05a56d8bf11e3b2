/** How much time a round has left. */

import { second, serverNow } from "./clock";
import type { RoundSeen } from "./wire";
import { clockTime } from "./words";

const NEARLY = 60_000; // ms

export interface TimeLeft {
  readonly ms: number;
  /** As a clock shows it. */
  readonly text: string;
  readonly state: "running" | "nearly" | "over" | "paused";
}

/** What a round has left; nothing when no time runs. Who calls it is drawn again every second. */
export function timeLeft(round: RoundSeen): TimeLeft | undefined {
  if (round.status === "paused") return { ms: round.left, text: clockTime(round.left), state: "paused" };
  return round.status === "open" && round.ends_at ? until(round.ends_at) : undefined;
}

/** The speaking time of what the room looks at. */
export const speakingTime = (round: RoundSeen): TimeLeft | undefined =>
  round.focus && round.focus_ends_at ? until(round.focus_ends_at) : undefined;

function until(end: number): TimeLeft {
  void second.value;
  const ms = end - serverNow();
  return { ms, text: clockTime(ms), state: ms <= 0 ? "over" : ms <= NEARLY ? "nearly" : "running" };
}
