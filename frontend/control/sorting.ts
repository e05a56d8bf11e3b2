/** Sorting together, as screens that lead see it: which ideas the room does not agree on. */

import { computed } from "@preact/signals";
import { type Kept, currentRound, picture } from "../lib/store";
import type { IdeaSeen, SortingPicture } from "../lib/wire";
import { visibleIdeas } from "./room";

export const together = computed(() => (currentRound.value?.settings as { together?: boolean } | undefined)?.together === true);

export interface Contested {
  readonly idea: Kept<IdeaSeen>;
  /** Theme → how many people chose it, the most first; empty for who does not lead. */
  readonly chosen: Readonly<Record<string, number>>;
}

/** The loose ideas that enough people judged without agreeing. */
export const contested = computed<readonly Contested[]>(() => {
  const round = currentRound.value;
  if (round?.kind !== "clustering" || !together.value) return [];
  const disputes = picture<SortingPicture>(round.id)?.contested ?? {};
  return visibleIdeas.value.flatMap((idea) => {
    const chosen = disputes[idea.id];
    return chosen && !idea.theme && !idea.same_as ? [{ idea, chosen }] : [];
  });
});
