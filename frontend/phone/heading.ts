/** When the screen became another one by a tap: go to its heading, which a screen reader then says. */

import { useEffect, useRef } from "preact/hooks";

export function toHeading(): void {
  scrollTo({ top: 0, behavior: "instant" });
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}

/** Go to the heading whenever `place` becomes another one; not the first time, when nobody moved.
 *  there: whether that place is on the screen yet. */
export function useHeading(place: string, there = true): void {
  const before = useRef(place);
  useEffect(() => {
    if (!there) return;
    if (before.current !== place) toHeading();
    before.current = place;
  }, [place, there]);
}
