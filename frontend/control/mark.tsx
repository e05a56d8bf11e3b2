/** An initiative or theme by its colour, which never speaks alone. */

import type { InitiativeSeen } from "../lib/wire";

export const COLOURS = 12; // what the screens know; then they come round again

export const colourOf = (it: { readonly colour?: number }): number => ((it.colour ?? 0) % COLOURS) + 1;

/** An initiative's two letters on its colour. */
export function Mark({ of, size }: { of: InitiativeSeen | undefined; size?: "l" | "xl" }) {
  return (
    <span class="mark" data-initiative={of ? colourOf(of) : 7} data-size={size} title={of?.name}>
      {of?.mark ?? "–"}
    </span>
  );
}
