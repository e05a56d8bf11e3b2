/** Sorting together: which ideas this person has not judged yet, those that fewest people judged first. */

import { computed } from "@preact/signals";
import { isVoters, voter } from "../../../lib/guest";
import { underWay } from "../../../lib/outbox";
import { currentRound, own, picture } from "../../../lib/store";
import type { SortingPicture } from "../../../lib/wire";
import { ownOrder } from "../../order";
import { type Idea, loose, themeNow } from "./board";

/** Whether several people judge each idea, and it goes where enough of them agree. */
export const together = computed(() => (currentRound.value?.settings as { together?: boolean } | undefined)?.together === true);

/** The ideas on which this person said something that still stands, or is about to. */
const judged = computed(() => {
  const round = currentRound.value?.id;
  const said = Object.values(own("sortings").value).filter((it) => it.round === round && it.participant === voter.value && (!it.theme || themeNow(it.theme)));
  const coming = underWay.value.filter(({ kind, data }) => kind === "idea.sort" && isVoters(data)).map(({ data }) => String(data["idea"]));
  return new Set([...said.map(({ idea = "" }) => idea), ...coming]);
});

/** What is left for this person. */
export const left = computed<readonly Idea[]>(() => {
  if (!together.value) return loose.value;
  const many = picture<SortingPicture>(currentRound.value?.id ?? "")?.judged ?? {};
  const mine = ownOrder(loose.value.filter(({ id }) => !judged.value.has(id)));
  return mine.sort((a, b) => (many[a.id] ?? 0) - (many[b.id] ?? 0));
});
