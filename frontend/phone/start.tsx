/** Puts the phone's page on the screen, once its words are in. */

import { render } from "preact";
import { loadWords } from "../lib/i18n";
import { watchKeyboard } from "./keyboard";
import { Page } from "./page";
import { getAllWhenIdle } from "./rounds/screens";
import { watchWriting } from "./writing";

export async function start(): Promise<void> {
  await loadWords();
  watchKeyboard();
  watchWriting();
  const root = document.getElementById("app");
  if (root) render(<Page />, root);
  getAllWhenIdle();
}
