/** Tells the server now and then that somebody is typing here, and not what: it counts heads. */

import { tell } from "../lib/connection";

const EVERY = 5000; // ms

let told = -EVERY;

/** Watch every field in which a round asks for words. */
export function watchWriting(): void {
  addEventListener("input", ({ target, timeStamp }) => {
    if (!(target instanceof HTMLTextAreaElement) || timeStamp - told < EVERY) return;
    told = timeStamp;
    tell("writing");
  });
}
