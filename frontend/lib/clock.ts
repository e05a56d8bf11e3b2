/** The server's time, as far as this page can know it. The phone's own clock may be wrong. */

import { signal } from "@preact/signals";

const SECOND = 1000; // ms
const ASLEEP = 5 * SECOND; // ms late: the phone slept, or was in a pocket

let offset = Date.now() - performance.now(); // a guess until the server has said what time it is

/** Learn the time. now: server ms; asked: performance.now() when the question left. */
export function setServerTime(now: number, asked: number): void {
  const answered = performance.now();
  offset = now + (answered - asked) / 2 - answered;
}

/** Milliseconds since 1970 on the server. */
export const serverNow = (): number => performance.now() + offset;

/** Changes every second; who reads it is drawn again. */
export const second = signal(0);

/** Call `woken` whenever time appears to have jumped: timers stand still while a phone sleeps. */
export function keepTime(woken: () => void): void {
  let last = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (Math.abs(now - last - SECOND) > ASLEEP) woken();
    last = now;
    second.value += 1;
  }, SECOND);
}
