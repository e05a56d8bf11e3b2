/** Success factors that may fit what another initiative needs: who leads says whether they do. */

import { computed, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { act } from "../../control/act";
import { onKeys } from "../../control/keys";
import { overlap } from "../../lib/alike";
import { t } from "../../lib/i18n";
import { underWay } from "../../lib/outbox";
import { currentRound, initiative, type Kept, list } from "../../lib/store";
import { type Need, needsOf } from "../../lib/strengthening";
import type { PointSeen } from "../../lib/wire";
import { Fold } from "./fold";

interface Fit {
  readonly key: string;
  readonly factor: Kept<PointSeen>;
  readonly need: Need;
  readonly like: number;
}

const AT_ONCE = 3; // the next come up as these go
const ALIKE = 0.3; // from this overlap of words a factor may fit
const KEYS = { fits: "j", not: "n" };
const apart = signal<ReadonlySet<string>>(new Set());
const keyOf = (factor: unknown, need: unknown): string => `${factor} ${need}`;

/** The pairs that nobody decided on, the most alike first. Who offered help already needs none. */
const open = computed<readonly Fit[]>(() => {
  const round = currentRound.value;
  if (round?.kind !== "introductions") return [];
  const factors = list("points").value.filter((point) => point.round === round.id && (point.sort ?? "factor") === "factor");
  const coming = underWay.value.filter(({ kind }) => kind === "match.set").map(({ data }) => keyOf(data["factor"], data["need"]));
  const decided = new Set([...apart.value, ...coming]);
  return needsOf(round.id)
    .flatMap((need) =>
      factors
        .filter((one) => one.initiative !== need.from?.id && !need.helpers.some(({ id }) => id === one.initiative))
        .map((factor) => ({ key: keyOf(factor.id, need.id), factor, need, like: overlap(factor.text, need.text) })),
    )
    .filter(({ key, like }) => like >= ALIKE && !decided.has(key))
    .sort((a, b) => b.like - a.like);
});

export function Matches() {
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
  useEffect(() => (first ? onKeys({ [KEYS.fits]: () => confirm(first), [KEYS.not]: () => refuse(first) }) : undefined));
  if (!first) return null;
  return (
    <Fold title={t("Kan de een de ander helpen?")} count={open.value.length} open>
      <p class="soft">{t("Deze teksten lijken op elkaar. Past het, dan komt het op de versterkingskaart.")}</p>
      <ul ref={rows} role="list" class="rows">
        {open.value.slice(0, AT_ONCE).map((fit) => (
          <li key={fit.key}>
            <p>{t("%(initiative)s loopt vast: %(text)s", { initiative: fit.need.from?.name ?? "", text: fit.need.text })}</p>
            <p>{t("%(initiative)s heeft: %(text)s", { initiative: initiative(fit.factor.initiative)?.name ?? "", text: fit.factor.text })}</p>
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
