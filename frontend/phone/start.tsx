/** Puts the phone's page on the screen, once its words are in. */

import { computed } from "@preact/signals";
import { render } from "preact";
import { stayAwake } from "../lib/awake";
import { boot } from "../lib/boot";
import { loadWords } from "../lib/i18n";
import { keepFocus } from "../lib/keep-focus";
import { currentRound } from "../lib/store";
import { keepWhatIsSeen } from "./earlier";
import { keepPage } from "./keep";
import { watchKeyboard } from "./keyboard";
import { Page } from "./page";
import { getAllWhenIdle } from "./rounds/screens";
import { watchTaps } from "../lib/taps";
import { watchWriting } from "./writing";

export async function start(): Promise<void> {
  await loadWords();
  watchKeyboard();
  watchWriting();
  watchTaps();
  keepFocus();
  const root = document.getElementById("app");
  if (root) render(<Page />, root);
  if (boot.example) return root?.addEventListener("click", stayHere);
  stayAwake(computed(() => currentRound.value?.status === "open"));
  getAllWhenIdle();
  keepWhatIsSeen();
  void keepPage();
}

/** A link in an example leads nowhere: what is behind it is somebody's own. */
function stayHere(event: Event): void {
  if ((event.target as Element).closest("a")) event.preventDefault();
}
