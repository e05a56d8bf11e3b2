/** Ideas that look the same, two by two: put them together, with every word and all who mean it. */

import { computed, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { act } from "../../control/act";
import { alike } from "../../control/meaning";
import { Behind } from "../../control/behind";
import { onKeys } from "../../control/keys";
import { visibleIdeas } from "../../control/room";
import { pairs } from "../../lib/alike";
import { t } from "../../lib/i18n";
import { underWay } from "../../lib/outbox";
import { currentRound, type Kept } from "../../lib/store";
import type { IdeaSeen } from "../../lib/wire";
import { Fold } from "./fold";

type Pair = readonly [Kept<IdeaSeen>, Kept<IdeaSeen>];

const AT_ONCE = 5; // pairs; the next come up as these go
const KEYS = { merge: "j", keep: "n" };
const apart = signal<ReadonlySet<string>>(new Set());
const keyOf = ([one, other]: Pair): string => [one.id, other.id].sort().join(" ");
/** The one that has a theme first: the other goes with it. */
const placedFirst = ([one, other]: Pair): Pair => (!one.theme && other.theme ? [other, one] : [one, other]);

/** By their letters at once, then what the server finds to mean the same. */
const pairsFound = computed<readonly Pair[]>(() => {
  const own = visibleIdeas.value.filter((idea) => !idea.same_as);
  const byLetters = pairs(own);
  const known = new Set(byLetters.map(keyOf));
  const ideas = new Map(own.map((idea) => [idea.id, idea]));
  const byMeaning = alike.told.value.flatMap(([one = "", other = ""]) => {
    const [first, second] = [ideas.get(one), ideas.get(other)];
    return first && second && !known.has(keyOf([first, second])) ? [[first, second] as const] : [];
  });
  return [...byLetters, ...byMeaning].map(placedFirst);
});
const open = computed(() => {
  const coming = new Set(underWay.value.filter(({ kind }) => kind === "idea.same").map(({ data }) => data["idea"]));
  return pairsFound.value.filter((pair) => !apart.value.has(keyOf(pair)) && !coming.has(pair[1].id));
});

export function Duplicates() {
  const round = currentRound.value;
  return round?.kind === "clustering" && round.status !== "planned" ? <Pairs round={round.id} /> : null;
}

function Pairs({ round }: { round: string }) {
  const list = useRef<HTMLUListElement>(null);
  // The next pair has the focus at once, so that one key puts them together one after the other.
  const onward = () => requestAnimationFrame(() => list.current?.querySelector("button")?.focus());
  const merge = ([one, other]: Pair) => {
    act("idea.same", { round, idea: other.id, same_as: one.id }, t("Twee ideeën zijn hetzelfde"));
    onward();
  };
  const keep = (pair: Pair) => {
    apart.value = new Set([...apart.value, keyOf(pair)]);
    onward();
  };
  const first = open.value[0];
  alike.useAsking();
  useEffect(() => (first ? onKeys({ [KEYS.merge]: () => merge(first), [KEYS.keep]: () => keep(first) }) : undefined));
  if (!first) return null;
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
                {t("Zet samen")} {pair === first && <kbd aria-hidden="true">{KEYS.merge}</kbd>}
              </button>
              <button type="button" class="button" data-kind="quiet" onClick={() => keep(pair)}>
                {t("Het zijn er twee")} {pair === first && <kbd aria-hidden="true">{KEYS.keep}</kbd>}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
