/** Whether the afternoon keeps to its time, and what could make up for it. Advice only: who leads
 *  decides. The numbers are ours. */

import type { RoundSeen, WorkshopSeen } from "../lib/wire";

const MINUTE = 60_000; // ms
const LATE = 2; // minutes; less is not worth a word
const SHARE = 4; // at most one fourth of a round goes, so that what it is for still fits in

type Timed = Pick<RoundSeen, "status" | "minutes" | "ends_at" | "left"> & { readonly id: string };

/** The rounds that are still to come, in order. */
export function ahead<R extends Timed>(plan: readonly R[], current: string): R[] {
  const here = plan.findIndex(({ id }) => id === current);
  return plan.slice(here + 1).filter(({ status }) => status === "planned");
}

/** When the last round is over if all goes on as planned. now: server ms; returns server ms. */
export function expectedEnd(plan: readonly Timed[], current: string, now: number): number {
  const coming = ahead(plan, current).reduce((sum, { minutes }) => sum + minutes, 0);
  return now + leftOf(plan.find(({ id }) => id === current), now) + coming * MINUTE;
}

function leftOf(round: Timed | undefined, now: number): number {
  if (round?.status === "paused") return round.left;
  return round?.status === "open" ? Math.max(0, round.ends_at - now) : 0;
}

/** How many whole minutes later it ends than it should; 0 as long as that is not worth a word. */
export function minutesLate({ due }: Pick<WorkshopSeen, "due">, end: number): number {
  const late = due ? Math.floor((end - due) / MINUTE) : 0;
  return late >= LATE ? late : 0;
}

export interface Saving<R> {
  readonly round: R;
  /** By how many minutes it could be shorter. */
  readonly minutes: number;
}

/** The round from which most could go, and of that no more than one is late; of equals the last. */
export function saving<R extends Timed>(late: number, coming: readonly R[]): Saving<R> | undefined {
  const longest = coming.reduce<R | undefined>((most, one) => (most && most.minutes > one.minutes ? most : one), undefined);
  const minutes = Math.min(late, Math.floor((longest?.minutes ?? 0) / SHARE));
  return longest && minutes > 0 ? { round: longest, minutes } : undefined;
}
