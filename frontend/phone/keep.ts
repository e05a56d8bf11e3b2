/** Has the service worker keep this page and all its parts, so that it opens without a connection
 *  too. Browsers have one over https only; elsewhere the page is as it is without. */

import { boot } from "../lib/boot";

const LOADED_AFTER = 2000; // ms after the start, when what the page needs has come in

export async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  const { active } = await navigator.serviceWorker.ready;
  setTimeout(() => active?.postMessage(parts()), LOADED_AFTER);
}

/** What came in by now, and the screens of the rounds to come. */
function parts(): string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  return [...loaded.filter((name) => name.includes("/static/dist/")), ...Object.values(boot.screens).flat()];
}
