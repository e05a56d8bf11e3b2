/** Success factors that may fit what another initiative needs: who leads says whether they do. */

import { computed, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { act } from "../../control/act";
import { onKeys } from "../../control/keys";
import { fits } from "../../control/meaning";
import { t } from "../../lib/i18n";
import { underWay } from "../../lib/outbox";
import { currentRound, entity, initiative, type Kept } from "../../lib/store";
import { type Need, needsOf } from "../../lib/strengthening";
import type { PointSeen } from "../../lib/wire";
import { Fold } from "./fold";

interface Fit {
  readonly key: string;
  readonly factor: Kept<PointSeen>;
  readonly need: Need;
}

const AT_ONCE = 3; // the next come up as these go
const KEYS = { fits: "j", not: "n" };
const apart = signal<ReadonlySet<string>>(new Set());
const keyOf = (factor: unknown, need: unknown): string => `${factor} ${need}`;

const introductions = computed(() => (currentRound.value?.kind === "introductions" ? currentRound.value : undefined));

/** The pairs that nobody decided on, the likeliest first. Who offered help already needs none. */
const open = computed<readonly Fit[]>(() => {
  const needs = new Map(needsOf(introductions.value?.id ?? "").map((need) => [need.id, need]));
  const coming = underWay.value.filter(({ kind }) => kind === "match.set").map(({ data }) => keyOf(data["factor"], data["need"]));
  const decided = new Set([...apart.value, ...coming]);
  return fits.told.value.flatMap(([one = "", other = ""]) => {
    const [factor, need, key] = [entity("points", one), needs.get(other), keyOf(one, other)];
    if (!factor || !need || decided.has(key) || need.helpers.some(({ id }) => id === factor.initiative)) return [];
    return [{ key, factor, need }];
  });
});

export const Matches = () => (introductions.value ? <Fits /> : null);

function Fits() {
  const rows = useRef<HTMLUListElement>(null);
  // The next pair has the focus at once, so that one key confirms them one after the other.
  const onward = () => requestAnimationFrame(() => rows.current?.querySelector("button")?.focus());
  const confirm = ({ factor, need }: Fit) => {
    act("match.set", { round: factor.round, factor: factor.id, need: need.id }, t("Dit staat op de versterkingskaart"));
    onward();
  };
  const refuse = ({ key }: Fit) => {
    apart.value = new Set([...apart.value, key]);
    onward();
  };
  const [first] = open.value;
  fits.useAsking();
  useEffect(() => (first ? onKeys({ [KEYS.fits]: () => confirm(first), [KEYS.not]: () => refuse(first) }) : undefined));
  if (!first) return null;
  return (
    <Fold title={t("Kan de een de ander helpen?")} count={open.value.length} open>
      <p class="soft">{t("Wat hier lukt, helpt daar misschien. Past het, dan komt het op de versterkingskaart.")}</p>
      <ul ref={rows} role="list" class="rows">
        {open.value.slice(0, AT_ONCE).map((fit) => (
          <li key={fit.key}>
            <div class="fit">
              <p>
                <span class="soft small">{t("%(initiative)s loopt vast:", { initiative: fit.need.from?.name ?? "" })}</span>{" "}
                <bdi>{fit.need.text}</bdi>
              </p>
              <p>
                <span class="soft small">{t("Bij %(initiative)s lukt:", { initiative: initiative(fit.factor.initiative)?.name ?? "" })}</span>{" "}
                <bdi>{fit.factor.text}</bdi>
              </p>
            </div>
            <div class="now-buttons">
              <button type="button" class="button" data-kind="outline" onClick={() => confirm(fit)}>
                {t("Dit past")} {fit === first && <kbd aria-hidden="true">{KEYS.fits}</kbd>}
              </button>
              <button type="button" class="button" data-kind="quiet" onClick={() => refuse(fit)}>
                {t("Dit past niet")} {fit === first && <kbd aria-hidden="true">{KEYS.not}</kbd>}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
