/** Keeps the screen on while there is something to look at, where the browser allows it. */

import { effect, type ReadonlySignal } from "@preact/signals";

let lock: Promise<WakeLockSentinel | undefined> | undefined;

/** Keep it on as long as `wanted` is so; a browser lets go of it whenever the page is out of sight. */
export function stayAwake(wanted: ReadonlySignal<boolean>): void {
  if (!("wakeLock" in navigator)) return;
  const see = () => void (wanted.peek() && document.visibilityState === "visible" ? hold() : letGo());
  effect(() => {
    wanted.value;
    see();
  });
  document.addEventListener("visibilitychange", see);
}

function hold(): void {
  lock ??= navigator.wakeLock.request("screen").catch(() => undefined); // a low battery refuses
}

async function letGo(): Promise<void> {
  const held = lock;
  lock = undefined;
  await (await held)?.release();
}
