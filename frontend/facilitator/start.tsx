/** Puts the facilitator's page on the screen, once its words are in. */

import { computed } from "@preact/signals";
import { render } from "preact";
import { stayAwake } from "../lib/awake";
import { loadWords } from "../lib/i18n";
import { keepFocus } from "../lib/keep-focus";
import { workshop } from "../lib/store";
import { watchTaps } from "../lib/taps";
import { Page } from "./page";

export async function start(): Promise<void> {
  await loadWords();
  keepFocus();
  watchTaps();
  stayAwake(computed(() => workshop.value?.state !== "ended"));
  const root = document.getElementById("app");
  if (root) render(<Page />, root);
}
