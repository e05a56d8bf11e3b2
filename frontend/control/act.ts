/** Giving commands from a screen that leads, and remembering what undo would turn back. */

import { effect, signal } from "@preact/signals";
import { t } from "../lib/i18n";
import { refused, send } from "../lib/outbox";
import { say } from "./screen";

interface Done {
  readonly id: string;
  readonly label: string;
}

/** What was done from this screen, the last one last. Those who lead undo as one, so the last
 *  step may be a colleague's; then the sentence is general. */
export const done = signal<readonly Done[]>([]);

const KEPT = 50; // steps, as many as the server keeps for undo

/** Send a command. label: what was done, in a few words. undoable: whether undo knows it. */
export function act(kind: string, data: object, label: string, undoable = true): string {
  const id = send(kind, data);
  if (undoable) done.value = [...done.value, { id, label }].slice(-KEPT);
  say(label, undoable);
  return id;
}

/** What undoing turns back, in words. */
export const undoWord = (): string => {
  const last = done.value.at(-1);
  return last ? t("Maak ongedaan: %(what)s", { what: last.label }) : t("Maak de laatste stap ongedaan");
};

export function undo(): void {
  const last = done.value.at(-1);
  done.value = done.value.slice(0, -1);
  // By name: the last step may be a colleague's.
  send("undo", last ? { command: last.id } : {});
  say(last ? t("Ongedaan gemaakt: %(what)s", { what: last.label }) : t("De laatste stap is ongedaan gemaakt"));
}

effect(() => {
  const problem = refused.value;
  if (!problem) return;
  done.value = done.peek().filter(({ id }) => id !== problem.id);
  say(problem.message);
});
