/** A soft bell when the time is over, for a room that is not looking at the clock. Off until somebody
 *  puts it on, and remembered on this screen. */

import { computed, effect, signal } from "@preact/signals";
import { t } from "../lib/i18n";
import { currentRound } from "../lib/store";
import { speakingTime, timeLeft } from "../lib/timer";
import { say } from "./screen";

const SHELF = "brouwerij-gong";
const PARTIALS = [[392, 0.3], [784, 0.12], [1176, 0.06]] as const; // Hz and loudness, as a bell has them
const FADES = 3.5; // seconds

/** Whether the bell sounds on this screen. */
export const gong = signal(localStorage.getItem(SHELF) === "on");

let context: AudioContext | undefined;

/** Put it on, and let it be heard, or off. */
export function toggleGong(): void {
  gong.value = !gong.value;
  localStorage.setItem(SHELF, gong.value ? "on" : "off");
  if (gong.value) ring();
  say(gong.value ? t("De bel gaat als de tijd om is") : t("De bel is uit"));
}

/** Ring whenever a time that ran is over. */
export function listenToTheClock(): void {
  const state = computed(() => {
    const round = currentRound.value;
    return round && (speakingTime(round) ?? timeLeft(round))?.state;
  });
  let before = state.peek();
  effect(() => {
    const now = state.value;
    if (now === "over" && (before === "nearly" || before === "running") && gong.peek()) ring();
    before = now;
  });
}

function ring(): void {
  context ??= new AudioContext();
  void context.resume(); // a browser keeps it silent until somebody touched the page
  const now = context.currentTime;
  for (const [pitch, loudness] of PARTIALS) {
    const tone = new OscillatorNode(context, { frequency: pitch });
    const swell = new GainNode(context, { gain: 0 });
    swell.gain.setValueAtTime(loudness, now);
    swell.gain.exponentialRampToValueAtTime(0.0001, now + FADES);
    tone.connect(swell).connect(context.destination);
    tone.start(now);
    tone.stop(now + FADES);
  }
}
