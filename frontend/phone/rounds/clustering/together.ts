/** Sorting together: which ideas this person has not judged yet, those that fewest people judged first. */

import { computed, signal } from "@preact/signals";
import { isVoters, voter } from "../../../lib/guest";
import { refused, underWay } from "../../../lib/outbox";
import { currentRound, own, picture } from "../../../lib/store";
import type { SortingPicture } from "../../../lib/wire";
import { ownOrder } from "../../order";
import { type Idea, loose, themeNow } from "./board";

/** Whether several people judge each idea, and it goes where enough of them agree. */
export const together = computed(() => (currentRound.value?.settings as { together?: boolean } | undefined)?.together === true);

/** Idea → the command by which it was judged here for whom the screen is about: the room may be shown
 *  what it came to before their own things come in. */
export const judgedHere = signal<Readonly<Record<string, string>>>({});

/** The ideas on which this person said something that still stands, or is about to. */
const judged = computed(() => {
  const round = currentRound.value?.id;
  const said = Object.values(own("sortings").value).filter((it) => it.round === round && it.participant === voter.value && (!it.theme || themeNow(it.theme)));
  const coming = underWay.value.filter(({ kind, data }) => kind === "idea.sort" && isVoters(data)).map(({ data }) => String(data["idea"]));
  const here = Object.entries(judgedHere.value).flatMap(([idea, command]) => (refused.value?.id === command ? [] : idea));
  return new Set([...said.map(({ idea = "" }) => idea), ...coming, ...here]);
});

/** What is left for this person. */
export const left = computed<readonly Idea[]>(() => {
  if (!together.value) return loose.value;
  const many = picture<SortingPicture>(currentRound.value?.id ?? "")?.judged ?? {};
  const mine = ownOrder(loose.value.filter(({ id }) => !judged.value.has(id)));
  return mine.sort((a, b) => (many[a.id] ?? 0) - (many[b.id] ?? 0));
});
