/** Whether this page is held in the hand: then what one does most is at the bottom, as a remote. */

import { signal } from "@preact/signals";

const narrow = matchMedia("(max-width: 47.99rem)");

export const handheld = signal(narrow.matches);
narrow.addEventListener("change", ({ matches }) => (handheld.value = matches));
