/** What somebody is typing stays on the phone until it was sent or emptied: a call, a closed tab or
 *  a round that ends takes nothing away. */

import { type Signal, signal } from "@preact/signals";
import { boot } from "./boot";

const drafts = new Map<string, Signal<string>>();
const key = (name: string): string => `draft ${boot.code} ${name}`;

/** The text that is being typed under a name. */
export function draft(name: string): Signal<string> {
  let found = drafts.get(name);
  if (!found) {
    found = signal(boot.example ? "" : read(name));
    if (!boot.example) found.subscribe((text) => write(name, text));
    drafts.set(name, found);
  }
  return found;
}

/** Another tab of the same phone shows what is typed here, unless something else was typed there. */
addEventListener("storage", ({ key: changed, oldValue, newValue }) => {
  const [name, text] = [...drafts].find(([name]) => key(name) === changed) ?? [];
  if (!name || !text || boot.example) return;
  if (text.value === (oldValue ?? "")) text.value = newValue ?? "";
  else if (!newValue) write(name, text.value);
});

function read(name: string): string {
  try {
    return localStorage.getItem(key(name)) ?? "";
  } catch {
    return ""; // a browser that keeps nothing: the text lives as long as the page
  }
}

function write(name: string, text: string): void {
  try {
    if (text) localStorage.setItem(key(name), text);
    else localStorage.removeItem(key(name));
  } catch {
    // See above.
  }
}
