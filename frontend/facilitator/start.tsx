/** Puts the facilitator's page on the screen, once its words are in. */

import { render } from "preact";
import { loadWords } from "../lib/i18n";
import { Page } from "./page";

export async function start(): Promise<void> {
  await loadWords();
  const root = document.getElementById("app");
  if (root) render(<Page />, root);
}
