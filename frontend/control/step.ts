/** What a facilitator sensibly does next. Advice for buttons and keys; the server decides. */

import type { Kept } from "../lib/store";
import type { RoundSeen, WorkshopSeen } from "../lib/wire";

export type Step =
  | { readonly kind: "open"; readonly round: Kept<RoundSeen> }
  | { readonly kind: "go_on"; readonly round: Kept<RoundSeen> }
  | { readonly kind: "reveal"; readonly round: Kept<RoundSeen>; readonly phase: string }
  | { readonly kind: "unveil"; readonly round: Kept<RoundSeen> }
  | { readonly kind: "close"; readonly round: Kept<RoundSeen> }
  | { readonly kind: "end" }
  | { readonly kind: "none" };

/** The phase that revealing would lead to, "" after the last. */
export function nextPhase(round: RoundSeen): string {
  return round.phases[round.phases.indexOf(round.phase) + 1] ?? "";
}

/** The first round after the current one that has not begun. */
export function upcoming(plan: readonly Kept<RoundSeen>[], current: string): Kept<RoundSeen> | undefined {
  const here = plan.findIndex((round) => round.id === current);
  return plan.slice(here + 1).find((round) => round.status === "planned");
}

/** Whether a round before the current one has been held, to which one can go back. */
export function earlier(plan: readonly Kept<RoundSeen>[], current: string): boolean {
  const here = plan.findIndex((round) => round.id === current);
  return plan.slice(0, Math.max(0, here)).some((round) => round.status !== "planned");
}

export function nextStep(
  workshop: Pick<WorkshopSeen, "state" | "current">,
  plan: readonly Kept<RoundSeen>[],
): Step {
  if (workshop.state === "ended") return { kind: "none" };
  const round = plan.find((one) => one.id === workshop.current);
  if (round?.status === "paused") return { kind: "go_on", round };
  const phase = round ? nextPhase(round) : "";
  // What was voted can only be shown once nobody votes any more.
  if (round?.status === "open" && (!phase || round.phase === "voting")) return { kind: "close", round };
  // From the least supported to the most, so that the room works towards what it carries.
  if (round?.kind === "poll" && round.status === "closed" && phase) return { kind: "unveil", round };
  if (round && phase && round.status !== "planned") return { kind: "reveal", round, phase };
  const next = upcoming(plan, workshop.current);
  return next ? { kind: "open", round: next } : { kind: "end" };
}
