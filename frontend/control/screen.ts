/** What only this screen knows: what is open in front of the picture, and what is being picked. */

import { signal } from "@preact/signals";

/** What is open over the picture; one at a time. */
export const opened = signal<"" | "keys" | "message" | "move">("");

/** The idea that the arrow keys point at, "" while nobody picks. */
export const picked = signal("");

/** Whether the controls at the bottom edge are up. */
export const drawer = signal(false);

/** A calm sentence at the edge: what was done, or why it could not be. */
export const notice = signal<{ readonly text: string; readonly undo: boolean } | null>(null);

const NOTICE_FOR = 6000; // ms
let fading = 0;

export function say(text: string, undo = false): void {
  notice.value = { text, undo };
  clearTimeout(fading);
  fading = window.setTimeout(() => (notice.value = null), NOTICE_FOR);
}

const DRAWER_FOR = 4000; // ms after the last movement
let lowering = 0;

export function raiseDrawer(): void {
  drawer.value = true;
  clearTimeout(lowering);
  lowering = window.setTimeout(lowerUnlessUsed, DRAWER_FOR);
}

export function lowerDrawer(): void {
  clearTimeout(lowering);
  drawer.value = false;
}

function lowerUnlessUsed(): void {
  const inUse = document.querySelector(".drawer:focus-within, .drawer:hover") !== null;
  if (inUse || opened.value === "message") raiseDrawer();
  else drawer.value = false;
}
