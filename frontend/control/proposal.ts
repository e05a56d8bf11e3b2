/** Themes that were proposed to who leads: nothing happens until they take one over. */

import { computed, signal } from "@preact/signals";
import { question } from "../lib/connection";
import { t } from "../lib/i18n";
import type { Proposed } from "../lib/wire";
import { act } from "./act";
import { visibleIdeas } from "./room";
import { say } from "./screen";

const ANSWER_FOR = 180_000; // ms; hundreds of ideas take a while
const AT_ONCE = 500; // ideas that a new theme may have

export interface ThemeIdea {
  /** Stays the same while others are taken over. */
  readonly key: number;
  readonly name: string;
  readonly ideas: readonly string[];
}

export const thinking = signal(false);
const proposed = signal<readonly ThemeIdea[]>([]);

export const looseIdeas = computed(() => visibleIdeas.value.filter((idea) => !idea.theme && !idea.same_as));

/** What is left of the proposal: the ideas that nobody placed meanwhile. */
export const proposal = computed<readonly ThemeIdea[]>(() => {
  const loose = new Set(looseIdeas.value.map(({ id }) => id));
  return proposed.value
    .map((theme) => ({ ...theme, ideas: theme.ideas.filter((id) => loose.has(id)) }))
    .filter(({ ideas }) => ideas.length > 0);
});

export async function propose(): Promise<void> {
  if (thinking.value) return;
  thinking.value = true;
  const answer = await question<Proposed>("propose", ANSWER_FOR);
  thinking.value = false;
  if (!answer) return say(t("Het voorstel is niet gelukt. Probeer het zo nog eens."));
  proposed.value = (answer.themes ?? []).map((theme, key) => ({ ...theme, key }));
}

export function takeOver(round: string, { key, ideas }: ThemeIdea, name: string): void {
  act("theme.add", { round, name, ideas: ideas.slice(0, AT_ONCE) }, t("Nieuw thema: %(name)s", { name }));
  leave(key);
}

export function leave(key: number): void {
  proposed.value = proposed.value.filter((theme) => theme.key !== key);
}

export function leaveAll(): void {
  proposed.value = [];
}
