/** What the screen of a round on the phone has to have; each kind's file exports one as `screen`. */

import type { JSX } from "preact";
import type { Kept } from "../../lib/store";
import type { RoundSeen } from "../../lib/wire";

export interface RoundProps {
  readonly round: Kept<RoundSeen>;
  /** Whether anything can be done in it now; the server has the last word. */
  readonly open: boolean;
}

export interface RoundView {
  /** Where one is within the round, above the heading; left out where there is no such thing. */
  readonly above?: (round: Kept<RoundSeen>) => string;
  /** What the round asks, as a heading. */
  readonly title: (round: Kept<RoundSeen>) => string;
  /** What to do now, in a sentence. */
  readonly lead: (round: Kept<RoundSeen>) => string;
  readonly View: (props: RoundProps) => JSX.Element;
  /** What one can still do with it once the round is over, where there is such a thing. */
  readonly Later?: (props: { round: Kept<RoundSeen> }) => JSX.Element;
}
