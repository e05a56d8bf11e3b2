/** What this phone saw last, for when it is opened where there is no connection. */

import { effect } from "@preact/signals";
import { createStore, get, set } from "idb-keyval";
import { boot } from "../lib/boot";
import { connectionState, position, showEarlier } from "../lib/connection";
import { held } from "../lib/store";

const PATIENCE = 1500; // ms to wait for the line before showing it
const PAUSE = 1000; // ms between two savings

const shelf = createStore(`brouwerij-${boot.code}-seen`, "seen");
let due: ReturnType<typeof setTimeout> | undefined;

/** Keep what is seen from now on, and show what was kept when the line does not come. */
export function keepWhatIsSeen(): void {
  setTimeout(() => connectionState.peek() === "connecting" && void show(), PATIENCE);
  effect(() => {
    if (position.value.view > 0) due ??= setTimeout(keep, PAUSE);
  });
  document.addEventListener("visibilitychange", () => due && keep());
}

async function show(): Promise<void> {
  const kept = await get<ReturnType<typeof held>>("seen", shelf).catch(() => undefined);
  if (kept) showEarlier(kept);
}

function keep(): void {
  clearTimeout(due);
  due = undefined;
  void set("seen", held(), shelf).catch(() => undefined); // a private window keeps nothing
}
