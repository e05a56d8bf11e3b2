/** Gets each round's screen: at once when it is needed, the others while the phone has nothing to do,
 *  so that the next round comes up even when the Wi-Fi is gone by then. */

import { effect, signal } from "@preact/signals";
import { boot } from "../../lib/boot";
import { connectionState } from "../../lib/connection";
import { rounds } from "../../lib/store";
import type { RoundView } from ".";

const FIRST_WAIT = 1000; // ms before a script that did not come is asked for again; then twice as long
const LONGEST_WAIT = 15_000;

const screens = signal<Readonly<Record<string, RoundView>>>({});
const asked = new Map<string, Promise<void>>();
/** The kinds whose screen did not come yet, after a first try. */
const missing = signal<readonly string[]>([]);

/** The screen of a kind of round, once it is in. */
export const screenOf = (kind: string): RoundView | undefined => screens.value[kind];
/** Whether a screen was asked for in vain; it is asked for again until it comes. */
export const isMissing = (kind: string): boolean => missing.value.includes(kind);
/** Whether this page knows the kind at all. */
export const isKnown = (kind: string): boolean => kind in boot.screens;

/** Get a screen that is needed now; settles once it is in. */
export function need(kind: string): Promise<void> {
  let coming = asked.get(kind);
  if (!coming) asked.set(kind, (coming = get(kind)));
  return coming;
}

/** Get all screens one by one, those of the plan first, from when the phone is online and idle. */
export function getAllWhenIdle(): void {
  const stop = effect(() => {
    if (connectionState.value !== "online") return;
    queueMicrotask(() => stop());
    whenIdle(async () => {
      const planned = rounds.peek().map(({ kind }) => kind);
      for (const kind of [...planned, ...Object.keys(boot.screens)]) if (isKnown(kind)) await need(kind);
    });
  });
}

async function get(kind: string): Promise<void> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      const screen = await fetched(boot.screens[kind] ?? []);
      screens.value = { ...screens.peek(), [kind]: screen };
      missing.value = missing.peek().filter((other) => other !== kind);
      return;
    } catch {
      if (!missing.peek().includes(kind)) missing.value = [...missing.peek(), kind];
      await pause(wait);
    }
  }
}

/** The screen in the first of these scripts; the others are what it imports. A browser remembers
 *  an import that failed and never tries it again, so nothing is imported before it has come. */
async function fetched(scripts: readonly string[]): Promise<RoundView> {
  const answers = await Promise.all(scripts.map((script) => fetch(script)));
  if (!answers.every(({ ok }) => ok)) throw new Error("a script did not come");
  return ((await import(scripts[0] ?? "")) as { screen: RoundView }).screen;
}

/** Wait so many ms, or until the phone is back online. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
    addEventListener("online", () => resolve(), { once: true });
  });

function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 5000 });
  else setTimeout(run, 1000); // Safari
}
