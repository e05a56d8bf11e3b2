/** What this phone saw last, for when it is opened where there is no connection. */

import { effect } from "@preact/signals";
import { createStore, get, promisifyRequest } from "idb-keyval";
import { boot } from "../lib/boot";
import { connectionState, position, showEarlier } from "../lib/connection";
import { held } from "../lib/store";

const PATIENCE = 1500; // ms to wait for the line before showing it
const SOON = 1000; // ms until what is one's own is kept
const REST = 30_000; // ms between two savings of what only others did: the whole is written each time

const shelf = createStore(`brouwerij-${boot.code}-seen`, "seen");
let last = { view: 0, mine: 0, at: -Infinity };
let due: { readonly at: number; readonly timer: ReturnType<typeof setTimeout> } | undefined;

/** Keep what is seen from now on, at the latest when one leaves, and show what was kept when the line does not come. */
export function keepWhatIsSeen(): void {
  setTimeout(() => connectionState.peek() === "connecting" && void show(), PATIENCE);
  effect(() => {
    const { view, mine } = position.value;
    if (view === 0 || (view === last.view && mine === last.mine)) return;
    const soon = performance.now() + SOON;
    keepAt(mine === last.mine ? Math.max(soon, last.at + REST) : soon);
  });
  document.addEventListener("visibilitychange", () => document.hidden && due && keep());
  addEventListener("pagehide", () => due && keep());
}

async function show(): Promise<void> {
  const kept = await get<ReturnType<typeof held>>("seen", shelf).catch(() => undefined);
  if (kept) showEarlier(kept);
}

function keepAt(at: number): void {
  if (due && due.at <= at) return;
  clearTimeout(due?.timer);
  due = { at, timer: setTimeout(keep, at - performance.now()) };
}

function keep(): void {
  clearTimeout(due?.timer);
  due = undefined;
  last = { ...position.peek(), at: performance.now() };
  void shelf("readwrite", write).catch(() => undefined); // a private window keeps nothing
}

function write(store: IDBObjectStore): Promise<void> {
  store.put(held(), "seen");
  store.transaction.commit(); // now: a page that goes away does not hear that it was put
  return promisifyRequest(store.transaction);
}
