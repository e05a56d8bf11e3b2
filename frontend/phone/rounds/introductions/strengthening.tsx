/** Whom one's own initiative can help and who can help it, and meeting them when both sides ask. */

import { useState } from "preact/hooks";
import { t } from "../../../lib/i18n";
import { initiative, type Kept, me, own } from "../../../lib/store";
import { needsOf } from "../../../lib/strengthening";
import type { RoundSeen } from "../../../lib/wire";
import { Problem, useAsking } from "../../asking";
import { isMine } from "./card";
import { keyOf, Line, type Pair, PairCard } from "./pair-card";

export function Strengthening({ round }: { round: Kept<RoundSeen> }) {
  const { ask, problem } = useAsking();
  const [filling, setFilling] = useState("");
  const [last, setLast] = useState("");
  const { helping, helped } = pairsOf(round.id);
  const wish = (kind: string, pair: Pair, details: object = {}) => {
    setLast(keyOf(pair));
    ask(kind, { round: round.id, need: pair.need.id, offer: pair.offer, ...details });
  };
  const row = (pair: Pair) => (
    <PairCard
      key={keyOf(pair)}
      pair={pair}
      asking={filling === keyOf(pair)}
      problem={last === keyOf(pair) ? problem : undefined}
      meet={() => (isReachable() ? wish("wish.give", pair) : setFilling(keyOf(pair)))}
      give={(details) => wish("wish.give", pair, details)}
      cancel={() => setFilling("")}
      withdraw={() => {
        setFilling("");
        wish("wish.withdraw", pair);
      }}
    />
  );
  return (
    <div class="stack strengthening">
      {![...helping, ...helped].some((pair) => keyOf(pair) === last) && <Problem of={problem} />}
      <section class="stack">
        <h2>{t("Jullie kunnen helpen")}</h2>
        {helping.length === 0 && <p class="soft">{t("Nog niemand. Kunnen jullie helpen? Tik dat aan bij een knelpunt van een ander.")}</p>}
        <ul role="list" class="stack">
          {helping.map(row)}
        </ul>
      </section>
      <section class="stack">
        <h2>{t("Jullie kunnen terecht bij")}</h2>
        {helped.length === 0 && <p class="soft">{t("Nog niemand. Wie jullie kan helpen, komt hier te staan.")}</p>}
        {byNeed(helped).map((pairs) => (
          <div key={pairs[0]?.need.id} class="stack strengthening-need">
            <Line label={t("Jullie lopen vast:")} text={pairs[0]?.need.text ?? ""} />
            <ul role="list" class="stack">
              {pairs.map(row)}
            </ul>
          </div>
        ))}
      </section>
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

/** Pairs with those about the same need together. */
const byNeed = (pairs: readonly Pair[]): Pair[][] =>
  [...new Set(pairs.map(({ need }) => need.id))].map((id) => pairs.filter(({ need }) => need.id === id));
