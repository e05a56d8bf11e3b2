/** The room as the screens that lead read it, beyond what the store itself says. */

import { computed } from "@preact/signals";
import { currentRound, list, rounds, entity, workshop } from "../lib/store";
import { nextStep, upcoming } from "./step";

export const initiatives = list("initiatives");
export const participants = list("participants");
export const ideas = list("ideas");

/** The themes that stand on their own, not those that went up in another. */
export const themes = computed(() => list("themes").value.filter((theme) => !theme.merged_into));

export const following = computed(() => upcoming(rounds.value, currentRound.value?.id ?? ""));
export const step = computed(() =>
  workshop.value ? nextStep(workshop.value, rounds.value) : ({ kind: "none" } as const),
);

/** Who came from where: initiative id → people. */
export const headcount = computed(() => {
  const counts = new Map<string, number>();
  for (const { initiative = "" } of participants.value) {
    counts.set(initiative, (counts.get(initiative) ?? 0) + 1);
  }
  return counts;
});

/** Everything that can be seen: neither hidden nor waiting in the parking lot. */
export const visibleIdeas = computed(() => ideas.value.filter((idea) => !idea.hidden && !idea.parked));

export const theme = (id: string) => entity("themes", id);
