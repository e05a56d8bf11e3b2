/** Puts the screen on the page, once its words and letters are in. */

import { computed } from "@preact/signals";
import { render } from "preact";
import { listenToTheClock } from "../control/gong";
import { stayAwake } from "../lib/awake";
import { loadWords } from "../lib/i18n";
import { workshop } from "../lib/store";
import { forgetFits } from "./measure";
import { Screen } from "./screen";

const PATIENCE = 2000; // ms; a wall without its own letters is better than a blank one

export async function start(): Promise<void> {
  await Promise.all([loadWords(), lettersIn()]);
  forgetFits();
  stayAwake(computed(() => workshop.value?.state !== "ended"));
  listenToTheClock();
  const root = document.getElementById("app");
  if (root) render(<Screen />, root);
}

/** The bubbles are measured, so the letters must be there. */
async function lettersIn(): Promise<void> {
  const wait = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const used = ['600 32px "Atkinson Hyperlegible Next"', '700 72px "Bricolage Grotesque"'];
  await Promise.race([wait, Promise.all(used.map((font) => document.fonts.load(font)))]);
}
