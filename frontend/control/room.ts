/** The room as the screens read it: collections as lists with ids, in the order they were made. */

import { computed, type ReadonlySignal } from "@preact/signals";
import { collection, picture, workshop } from "../lib/store";
import type {
  IdeaSeen,
  InitiativeSeen,
  ParticipantSeen,
  RoundSeen,
  ThemeSeen,
  Views,
} from "../lib/wire";
import { type Kept, nextStep, upcoming } from "./step";

const lists = new Map<string, ReadonlySignal<readonly Kept<object>[]>>();

/** A collection as a list, each entity with its id. */
export function kept<T extends object>(name: keyof Views): ReadonlySignal<readonly Kept<T>[]> {
  let list = lists.get(name);
  if (!list) {
    const source = collection(name);
    list = computed(() => Object.entries(source.value).map(([id, it]) => ({ ...(it as object), id })));
    lists.set(name, list);
  }
  return list as ReadonlySignal<readonly Kept<T>[]>;
}

export const pictureOf = <T>(round: string): T | undefined => picture<T>(round);

export const initiatives = kept<InitiativeSeen>("initiatives");
export const participants = kept<ParticipantSeen>("participants");
export const ideas = kept<IdeaSeen>("ideas");
const allThemes = kept<ThemeSeen>("themes");

/** The themes that stand on their own, not those that went up in another. */
export const themes = computed(() => allThemes.value.filter((theme) => !theme.merged_into));

const allRounds = kept<RoundSeen>("rounds");

/** The rounds in the order of the plan. */
export const plan = computed(() =>
  (workshop.value?.plan ?? []).flatMap((id) => allRounds.value.find((round) => round.id === id) ?? []),
);
export const current = computed(() => plan.value.find((round) => round.id === workshop.value?.current));
export const following = computed(() => upcoming(plan.value, workshop.value?.current ?? ""));
export const step = computed(() =>
  workshop.value ? nextStep(workshop.value, plan.value) : ({ kind: "none" } as const),
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

export const initiative = (id: string) => initiatives.value.find((one) => one.id === id);
export const theme = (id: string) => allThemes.value.find((one) => one.id === id);
