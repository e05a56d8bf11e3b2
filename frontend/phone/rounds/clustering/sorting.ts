/** Going through the ideas to sort: which one is shown, what was done, and the way back. */

import { computed, signal } from "@preact/signals";
import { t } from "../../../lib/i18n";
import { forVoter } from "../../../lib/guest";
import { ownOrder } from "../../order";
import { type Idea, ideaNow, ideasIn, themeNow } from "./board";
import type { Ask } from "./place";
import { left, together } from "./together";

/** A step on this phone. command: what was asked for it; to: the theme where the idea went, or should
 *  go; both nothing when it was passed over. made: whether that theme was made for it. */
interface Step {
  readonly idea: string;
  readonly command?: string;
  readonly to?: string;
  readonly name?: string;
  readonly made?: boolean;
}

const chosen = signal("");
const skipped = signal<readonly string[]>([]);
const steps = signal<readonly Step[]>([]);

export const canGoBack = computed(() => steps.value.length > 0);

/** The last step in a sentence. */
export const lastSaid = computed(() => {
  const { name: theme } = steps.value.at(-1) ?? {};
  if (!theme) return "";
  return together.value ? t("Je koos “%(theme)s”.", { theme }) : t("Ligt bij “%(theme)s”.", { theme });
});

/** The idea on this screen. It stays until the person acts, also when others placed it meanwhile. */
export const shown = computed<Idea | undefined>(() => ideaNow(chosen.value) ?? nextAfter(""));

/** Hold on to the idea that is shown, so that it does not change under the thumb. */
export function keep(id: string): void {
  chosen.value = id;
}

/** The next idea: sorting together, what fewest people judged; by hand, in one's own order, and what
 *  was passed over comes round at the end. */
function nextAfter(id: string): Idea | undefined {
  const others = left.value.filter((idea) => idea.id !== id);
  if (together.value) return others[0];
  const fresh = ownOrder(others.filter((idea) => !skipped.value.includes(idea.id)));
  const again = skipped.value.flatMap((one) => others.find((idea) => idea.id === one) ?? []);
  return fresh[0] ?? again[0];
}

function step(taken: Step): void {
  steps.value = [...steps.value, taken];
  chosen.value = nextAfter(taken.idea)?.id ?? "";
}

export function place(ask: Ask, round: string, idea: string, theme: string): void {
  const name = themeNow(theme)?.name ?? "";
  const command = together.value ? ask("idea.sort", forVoter({ round, idea, theme })) : ask("idea.place", { round, idea, theme });
  step({ idea, command, to: theme, name });
}

export function newTheme(ask: Ask, round: string, idea: string, name: string): void {
  const command = together.value ? ask("idea.sort", forVoter({ round, idea, name })) : ask("theme.add", { round, name, ideas: [idea] });
  step({ idea, command, to: command, name, made: true });
}

export function skip(ask: Ask, round: string, idea: string): void {
  if (together.value) return step({ idea, command: ask("idea.sort", forVoter({ round, idea })) });
  skipped.value = [...skipped.value.filter((one) => one !== idea), idea];
  step({ idea });
}

/** On from an idea that somebody else placed. */
export function goOn(idea: string): void {
  chosen.value = nextAfter(idea)?.id ?? "";
}

/** Take the last step back, unless somebody else moved the idea since. */
export function goBack(ask: Ask, round: string): void {
  const last = steps.value.at(-1);
  if (!last) return;
  steps.value = steps.value.slice(0, -1);
  if (!together.value) setLoose(ask, round, last);
  else if (last.command) ask("undo", { command: last.command });
  skipped.value = skipped.value.filter((one) => one !== last.idea);
  chosen.value = last.idea;
}

function setLoose(ask: Ask, round: string, { idea, to, made }: Step): void {
  if (!to || ideaNow(idea)?.theme !== to) return;
  const alone = ideasIn(to).length === 1;
  ask("idea.place", { round, idea, theme: "" });
  if (made && alone) ask("theme.drop", { round, theme: to });
}

/** Forget it all: another round begins, or somebody else sorts. */
export function startAnew(): void {
  chosen.value = "";
  skipped.value = [];
  steps.value = [];
}
