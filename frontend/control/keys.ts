/** Listens to the keys of the table of actions. Never while somebody types. */

import { ACTIONS } from "./actions";
import { spotlight } from "./deeds";
import { pickTowards } from "./pick";
import { opened, picked } from "./screen";
import { undo } from "./act";

const TYPING = "input, textarea, select, [contenteditable]";
/** Where Enter, Space and Escape already have a meaning of their own. */
const OWN_KEYS = "button, a, summary, [role='menu'], [role='menuitem']";

export function listenToKeys(): () => void {
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

/** Listen to some keys of one's own, never while somebody types; returns how to stop. */
export function onKeys(keys: Readonly<Record<string, () => unknown>>): () => void {
  const listen = (event: KeyboardEvent) => {
    const run = keys[event.key];
    if (!run || isTaken(event) || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    handled(event, run);
  };
  document.addEventListener("keydown", listen);
  return () => document.removeEventListener("keydown", listen);
}

const targetOf = (event: KeyboardEvent): Element | null => (event.target instanceof Element ? event.target : null);
const isTaken = (event: KeyboardEvent): boolean => event.defaultPrevented || Boolean(targetOf(event)?.closest(TYPING));

function onKey(event: KeyboardEvent): void {
  const target = targetOf(event);
  if (isTaken(event)) return;
  if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) return handled(event, undo);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.key === "Enter" || event.key === " ") && target?.closest(OWN_KEYS)) return;
  if (pickTowards(event.key)) return event.preventDefault();
  if (event.key === "Enter" && picked.value) return handled(event, () => spotlight(picked.value));
  if (opened.value === "keys" && event.key === "Enter") return handled(event, () => (opened.value = ""));
  const action = ACTIONS.find(({ keys }) => keys.includes(event.key));
  if (action && !(event.repeat && event.key !== "+")) handled(event, () => action.can() && action.run());
}

function handled(event: Event, run: () => unknown): void {
  event.preventDefault();
  run();
}
