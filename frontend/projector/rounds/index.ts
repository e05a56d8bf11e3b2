/** The picture of each kind of round, by kind. A new kind adds its file and a line here. */

import type { JSX } from "preact";
import type { RoundSeen } from "../../lib/wire";
import { ballot } from "./ballot";
import { checkout } from "./checkout";
import { clustering } from "./clustering";
import { dots } from "./dots";
import { elaboration } from "./elaboration";
import { ideas } from "./ideas";
import { introductions } from "./introductions";
import { poll } from "./poll";
import { workgroups } from "./workgroups";
import type { Kept } from "../../lib/store";

export interface RoundPicture {
  readonly dark?: boolean;
  /** What stands on top; "" for the question of the session. */
  readonly title: (round: Kept<RoundSeen>) => string;
  /** One sentence below: what is asked, or how to read what is shown. */
  readonly lead: (round: Kept<RoundSeen>) => JSX.Element | string;
  /** What the time is for. */
  readonly time: (round: Kept<RoundSeen>) => string;
  readonly Picture: (props: { round: Kept<RoundSeen> }) => JSX.Element;
}

export const PICTURES: Readonly<Record<string, RoundPicture>> = {
  introductions,
  ideas,
  clustering,
  dots,
  poll,
  ballot,
  elaboration,
  workgroups,
  checkout,
};
