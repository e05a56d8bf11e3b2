/** Ideas that look the same, two by two: put them together, with every word and all who mean it. */

import { computed, signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { act } from "../../control/act";
import { Behind } from "../../control/behind";
import { visibleIdeas } from "../../control/room";
import { pairs } from "../../lib/alike";
import { t } from "../../lib/i18n";
import { underWay } from "../../lib/outbox";
import { currentRound, type Kept } from "../../lib/store";
import type { IdeaSeen } from "../../lib/wire";
import { Fold } from "./fold";

type Pair = readonly [Kept<IdeaSeen>, Kept<IdeaSeen>];

const AT_ONCE = 5; // pairs; the next come up as these go
const apart = signal<ReadonlySet<string>>(new Set());
const keyOf = ([one, other]: Pair): string => `${one.id} ${other.id}`;

const alike = computed<readonly Pair[]>(() => pairs(visibleIdeas.value.filter((idea) => !idea.same_as)));
const open = computed(() => {
  const coming = new Set(underWay.value.filter(({ kind }) => kind === "idea.same").map(({ data }) => data["idea"]));
  return alike.value.filter((pair) => !apart.value.has(keyOf(pair)) && !coming.has(pair[1].id));
});

export function Duplicates() {
  const list = useRef<HTMLUListElement>(null);
  const round = currentRound.value;
  if (round?.kind !== "clustering" || round.status === "planned" || open.value.length === 0) return null;
  // The next pair has the focus at once, so that one key puts them together one after the other.
  const onward = () => requestAnimationFrame(() => list.current?.querySelector("button")?.focus());
  const merge = ([one, other]: Pair) => {
    act("idea.same", { round: round.id, idea: other.id, same_as: one.id }, t("Twee ideeën zijn hetzelfde"));
    onward();
  };
  const keep = (pair: Pair) => {
    apart.value = new Set([...apart.value, keyOf(pair)]);
    onward();
  };
  return (
    <Fold title={t("Misschien hetzelfde idee")} count={open.value.length} open>
      <p class="soft">{t("Samen tellen ze als één idee. Elk woord blijft staan, en iedereen die het bedoelt telt één keer.")}</p>
      <ul ref={list} role="list" class="rows">
        {open.value.slice(0, AT_ONCE).map((pair) => (
          <li key={keyOf(pair)}>
            {pair.map((idea) => (
              <p key={idea.id}>
                {idea.text} <Behind num={idea.behind} />
              </p>
            ))}
            <div class="now-buttons">
              <button type="button" class="button" data-kind="outline" onClick={() => merge(pair)}>
                {t("Zet samen")}
              </button>
              <button type="button" class="button" data-kind="quiet" onClick={() => keep(pair)}>
                {t("Het zijn er twee")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
