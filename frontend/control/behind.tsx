/** How many others mean what an idea says: "+3", and in words for who hears the page. */

import { nt } from "../lib/i18n";

export function Behind({ num = 0 }: { num?: number | undefined }) {
  if (num <= 0) return null;
  return (
    <span class="behind">
      <b aria-hidden="true">+{num}</b>
      <span class="visually-hidden">{nt("%(num)s ander bedoelt dit ook", "%(num)s anderen bedoelen dit ook", num)}</span>
    </span>
  );
}
