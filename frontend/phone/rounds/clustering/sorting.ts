/** Going through the loose ideas: which one is shown, what was done, and the way back. */

import { computed, signal } from "@preact/signals";
import { t } from "../../../lib/i18n";
import { ownOrder } from "../../order";
import { type Idea, ideaNow, ideasIn, loose, themeNow } from "./board";
import type { Ask } from "./place";

/** A step on this phone. to: where the idea went, nothing when it was passed over. made: whether
 *  that theme was made for it. */
interface Step {
  readonly idea: string;
  readonly to?: string;
  readonly made?: boolean;
}

const chosen = signal("");
const skipped = signal<readonly string[]>([]);
const steps = signal<readonly Step[]>([]);

export const canGoBack = computed(() => steps.value.length > 0);

/** The last step in a sentence. */
export const lastSaid = computed(() => {
  const { to } = steps.value.at(-1) ?? {};
  return to ? t("Ligt bij “%(theme)s”.", { theme: themeNow(to)?.name ?? "" }) : "";
});

/** The idea on this screen. It stays until the person acts, also when others placed it meanwhile. */
export const shown = computed<Idea | undefined>(() => ideaNow(chosen.value) ?? nextAfter(""));

/** Hold on to the idea that is shown, so that it does not change under the thumb. */
export function keep(id: string): void {
  chosen.value = id;
}

/** The next loose idea in one's own order; what was passed over comes round at the end. */
function nextAfter(id: string): Idea | undefined {
  const others = loose.value.filter((idea) => idea.id !== id);
  const fresh = ownOrder(others.filter((idea) => !skipped.value.includes(idea.id)));
  const again = skipped.value.flatMap((one) => others.find((idea) => idea.id === one) ?? []);
  return fresh[0] ?? again[0];
}

function step(taken: Step): void {
  steps.value = [...steps.value, taken];
  chosen.value = nextAfter(taken.idea)?.id ?? "";
}

export function place(ask: Ask, round: string, idea: string, theme: string): void {
  ask("idea.place", { round, idea, theme });
  step({ idea, to: theme });
}

export function newTheme(ask: Ask, round: string, idea: string, name: string): void {
  step({ idea, to: ask("theme.add", { round, name, ideas: [idea] }), made: true });
}

export function skip(idea: string): void {
  skipped.value = [...skipped.value.filter((one) => one !== idea), idea];
  step({ idea });
}

/** On from an idea that somebody else placed. */
export function goOn(idea: string): void {
  chosen.value = nextAfter(idea)?.id ?? "";
}

/** Take the last step back, unless somebody else moved the idea since. */
export function goBack(ask: Ask, round: string): void {
  const { idea, to, made } = steps.value.at(-1) ?? { idea: "" };
  steps.value = steps.value.slice(0, -1);
  if (to && ideaNow(idea)?.theme === to) {
    const alone = ideasIn(to).length === 1;
    ask("idea.place", { round, idea, theme: "" });
    if (made && alone) ask("theme.drop", { round, theme: to });
  }
  skipped.value = skipped.value.filter((one) => one !== idea);
  chosen.value = idea;
}

/** Forget it all: another round begins. */
export function startAnew(): void {
  chosen.value = "";
  skipped.value = [];
  steps.value = [];
}
