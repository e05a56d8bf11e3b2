/** The rounds as the phone shows them, by kind. */

import type { JSX } from "preact";
import type { Kept } from "../../lib/store";
import type { RoundSeen } from "../../lib/wire";
import { checkout } from "./checkout";
import { clustering } from "./clustering";
import { dots } from "./dots";
import { elaboration } from "./elaboration";
import { ideas } from "./ideas";
import { introductions } from "./introductions";
import { poll } from "./poll";
import { workgroups } from "./workgroups";

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
}

export const ROUNDS: Readonly<Record<string, RoundView>> = {
  introductions,
  ideas,
  clustering,
  dots,
  poll,
  elaboration,
  workgroups,
  checkout,
};
