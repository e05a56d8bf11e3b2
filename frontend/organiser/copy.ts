/** Buttons that copy the address or text beside them, and say so. */

import { announce, status } from "./status";

const SHOWN = 2500; // ms that a button says it did

type Copied = HTMLInputElement | HTMLTextAreaElement;

export function offerCopying(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>("[data-copied]");
  if (buttons.length > 0) status(); // there before it speaks, or it is not heard
  for (const button of buttons) {
    const address = button.parentElement?.querySelector<Copied>("input, textarea");
    if (!address) continue;
    button.hidden = false;
    button.addEventListener("click", () => void copy(address, button));
    address.addEventListener("focus", () => address.select());
  }
}

async function copy(address: Copied, button: HTMLButtonElement): Promise<void> {
  if (await taken(address)) say(button);
  else address.focus(); // selected, so that one can copy by hand
}

async function taken(address: Copied): Promise<boolean> {
  try {
    // Over plain http, as in a room with its own server, there is no navigator.clipboard.
    await navigator.clipboard.writeText(address.value);
    return true;
  } catch {
    address.select();
    return document.execCommand("copy");
  }
}

function say(button: HTMLButtonElement): void {
  const words = button.firstChild;
  const done = button.dataset["copied"] ?? "";
  if (!words || words.textContent === done) return;
  const before = words.textContent;
  words.textContent = done;
  announce(done);
  window.setTimeout(() => {
    words.textContent = before;
    announce("");
  }, SHOWN);
}
