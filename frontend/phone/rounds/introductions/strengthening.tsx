/** Whom one's own initiative can help and who can help it, and meeting them when both sides ask. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../../lib/i18n";
import { initiative, type Kept, me, own } from "../../../lib/store";
import { needsOf } from "../../../lib/strengthening";
import type { RoundSeen } from "../../../lib/wire";
import { Problem, useAsking } from "../../asking";
import { isMine } from "./card";
import { keyOf, type Pair, PairCard } from "./pair-card";

export function Strengthening({ round }: { round: Kept<RoundSeen> }) {
  const { ask, problem } = useAsking();
  const [asking, setAsking] = useState("");
  const { helping, helped } = pairsOf(round.id);
  const wish = (kind: string, { need, offer }: Pair, details: object = {}) => {
    setAsking("");
    ask(kind, { round: round.id, need: need.id, offer, ...details });
  };
  const row = (pair: Pair) => (
    <PairCard
      key={keyOf(pair)}
      pair={pair}
      asking={asking === keyOf(pair)}
      meet={() => (isReachable() ? wish("wish.give", pair) : setAsking(keyOf(pair)))}
      give={(details) => wish("wish.give", pair, details)}
      cancel={() => setAsking("")}
      withdraw={() => wish("wish.withdraw", pair)}
    />
  );
  return (
    <div class="stack strengthening">
      <Problem of={problem} />
      <Side title={t("Jullie kunnen helpen")} none={t("Nog niemand. Kunnen jullie helpen? Tik dat aan bij een knelpunt van een ander.")}>
        {helping.map(row)}
      </Side>
      <Side title={t("Jullie kunnen terecht bij")} none={t("Nog niemand. Wie jullie kan helpen, komt hier te staan.")}>
        {helped.map(row)}
      </Side>
    </div>
  );
}

/** Whether one said before how to be reached: with every wish there is, one did. */
const isReachable = (): boolean => Object.keys(own("wishes").value).length > 0;

/** Pairs on the map, and those that left it of which one still has a wish, so that it can be taken back. */
function pairsOf(round: string): { helping: readonly Pair[]; helped: readonly Pair[] } {
  const [helping, helped]: [Pair[], Pair[]] = [[], []];
  for (const need of needsOf(round)) {
    const mine = need.helpers.find(({ id }) => isMine(id));
    if (mine && need.from) helping.push({ need, offer: mine.id, other: need.from });
    if (need.from?.id === me.value?.initiative) {
      for (const other of need.helpers) helped.push({ need, offer: other.id, other });
    }
    for (const { offer } of Object.values(own("wishes").value).filter((wish) => wish.need === need.id)) {
      if (need.helpers.some(({ id }) => id === offer)) continue;
      const other = isMine(offer) ? need.from : initiative(offer);
      if (other) (isMine(offer) ? helping : helped).push({ need, offer, other });
    }
  }
  return { helping, helped };
}

interface SideProps {
  readonly title: string;
  readonly none: string;
  readonly children: readonly JSX.Element[];
}

const Side = ({ title, none, children }: SideProps) => (
  <section class="stack">
    <h2>{title}</h2>
    {children.length === 0 && <p class="soft">{none}</p>}
    <ul role="list" class="stack">
      {children}
    </ul>
  </section>
);
