/** One's own card as a whole: what is in it, what is still empty, and the others' below. */

import { Mark } from "../../../control/mark";
import { nt, t } from "../../../lib/i18n";
import { initiative, list, me } from "../../../lib/store";
import { Dock } from "../../parts";
import { Unsent } from "../../../lib/saved-field";
import type { RoundProps } from "..";
import { isFilled, isMine, lineDraft, lineOf, type Part, PARTS, partWord, pointsOf } from "./card";
import { go } from "./place";
import { Shown } from "./shown";

export function OwnCard({ round, open }: RoundProps) {
  const mine = me.value?.initiative ?? "";
  const empty = PARTS.filter((part) => !isFilled(round.id, mine, part));
  const [next] = empty;
  return (
    <>
      {mine && round.status === "closed" && (
        <>
          <Shown round={round.id} of={mine} open={false} />
          {(["who", "beautiful"] as const).map((line) => (
            <Unsent key={line} name={lineDraft(round.id, line)} text={lineOf(round.id, mine, line)} />
          ))}
        </>
      )}
      {mine && round.status !== "closed" && (
        <section class="stack own-card">
          <h2>
            <Mark of={initiative(mine)} /> <bdi>{initiative(mine)?.name}</bdi>
          </h2>
          <ul role="list">
            {PARTS.map((part) => (
              <li key={part}>
                <PartRow round={round.id} of={mine} part={part} open={open} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Others round={round.id} />
      {mine && open && next && (
        <Dock>
          <button type="button" class="button" data-wide onClick={() => go({ at: "part", part: next })}>
            {empty.length === PARTS.length ? t("Vul de kaart in") : t("Vul in: %(part)s", { part: partWord(next) })}
          </button>
        </Dock>
      )}
    </>
  );
}

interface PartRowProps {
  readonly round: string;
  readonly of: string;
  readonly part: Part;
  readonly open: boolean;
}

function PartRow({ round, of, part, open }: PartRowProps) {
  const lines =
    part === "who" || part === "beautiful"
      ? [lineOf(round, of, part)].filter(Boolean)
      : pointsOf(round, of, part).map(({ text }) => text);
  return (
    <button type="button" class="part-row" disabled={!open} onClick={() => go({ at: "part", part })}>
      <span class="part-name">{partWord(part)}</span>
      {lines.length === 0 && <span class="soft">{t("nog leeg")}</span>}
      {lines.map((line, n) => (
        <bdi key={n} class="part-line">
          {line}
        </bdi>
      ))}
    </button>
  );
}

/** The way to the cards of the others. */
function Others({ round }: { round: string }) {
  const others = list("initiatives").value.filter(({ id }) => !isMine(id));
  if (others.length === 0) return null;
  return (
    <section class="stack others">
      <h2>{t("De anderen")}</h2>
      <ul role="list" class="rows">
        {others.map((other) => (
          <li key={other.id}>
            <button type="button" class="row" onClick={() => go({ at: "other", initiative: other.id })}>
              <Mark of={other} />
              <span class="row-name">
                <bdi>{other.name}</bdi>
                <span class="soft small">{told(round, other.id)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function told(round: string, of: string): string {
  const factors = pointsOf(round, of, "factor").length;
  const bottlenecks = pointsOf(round, of, "bottleneck").length;
  if (factors + bottlenecks === 0) {
    if (lineOf(round, of, "who")) return t("stelt zich voor");
    const here = list("participants").value.some(({ initiative }) => initiative === of);
    return here ? t("schrijft nog") : t("nog niemand binnen");
  }
  const two = [
    nt("%(num)s succesfactor", "%(num)s succesfactoren", factors),
    nt("%(num)s knelpunt", "%(num)s knelpunten", bottlenecks),
  ];
  return two.join(" · ");
}
