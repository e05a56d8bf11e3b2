/** A card to read, with how it is heard; of another initiative with something to tap. */

import type { ComponentChildren } from "preact";
import { Mark } from "../../../control/mark";
import { nt, t } from "../../../lib/i18n";
import { send } from "../../../lib/outbox";
import { initiative } from "../../../lib/store";
import { heard, isMine, lineOf, type Point, pointsOf, type Sort, tapped, type TapSort } from "./card";

interface ShownProps {
  readonly round: string;
  readonly of: string;
  readonly open: boolean;
}

export function Shown({ round, of, open }: ShownProps) {
  const from = initiative(of);
  const who = lineOf(round, of, "who");
  const beautiful = lineOf(round, of, "beautiful");
  return (
    <article class="introduction stack">
      <header>
        <Mark of={from} size="l" />
        <div>
          <p>{who ? <bdi>{who}</bdi> : <span class="soft">{t("Nog niets opgeschreven.")}</span>}</p>
          {beautiful && (
            <p>
              <span class="soft small beautiful">{t("Wat is er mooi aan")}</span> <bdi>{beautiful}</bdi>
            </p>
          )}
        </div>
      </header>
      <Points round={round} of={of} open={open} sort="factor" />
      <Points round={round} of={of} open={open} sort="bottleneck" />
    </article>
  );
}

function Points({ round, of, open, sort }: ShownProps & { sort: Sort }) {
  const points = pointsOf(round, of, sort);
  return (
    <section class="stack points">
      <h2>{sort === "factor" ? t("Dit werkt") : isMine(of) ? t("Hier lopen we vast") : t("Hier lopen ze vast")}</h2>
      {points.length === 0 && <p class="soft">{t("Nog niets opgeschreven.")}</p>}
      <ul role="list" class="stack">
        {points.map((point) => (
          <li key={point.id} class="card point">
            <p id={`point-${point.id}`}>
              <bdi>{point.text}</bdi>
            </p>
            {open && !isMine(of) ? (
              <Taps round={round} point={point} sort={sort} />
            ) : (
              <Heard round={round} point={point.id} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Taps({ round, point, sort }: { round: string; point: Point; sort: Sort }) {
  const { recognised } = heard(round, point.id);
  return (
    <div class="taps">
      <Tap round={round} point={point.id} sort="recognise">
        {t("Herkenbaar")}
        {recognised > 0 && (
          <span class="tap-count">
            {recognised} <span class="visually-hidden">{nt("mens herkent dit", "mensen herkennen dit", recognised)}</span>
          </span>
        )}
      </Tap>
      {sort === "bottleneck" && (
        <Tap round={round} point={point.id} sort="help">
          {t("Hier kunnen wij mee helpen")}
        </Tap>
      )}
    </div>
  );
}

interface TapProps {
  readonly round: string;
  readonly point: string;
  readonly sort: TapSort;
  readonly children: ComponentChildren;
}

function Tap({ round, point, sort, children }: TapProps) {
  const on = tapped(point, sort);
  return (
    <button
      type="button"
      class="tap"
      data-sort={sort}
      aria-pressed={on}
      aria-describedby={`point-${point}`}
      onClick={() => send("tap.set", { round, point, sort, on: !on })}
    >
      {children}
    </button>
  );
}

function Heard({ round, point }: { round: string; point: string }) {
  const { recognised, helpers } = heard(round, point);
  if (recognised === 0 && helpers.length === 0) return null;
  return (
    <p class="heard small">
      {recognised > 0 && <span>{nt("%(num)s herkent dit", "%(num)s herkennen dit", recognised)}</span>}
      {helpers.length > 0 && (
        <span class="helpers">
          {t("Hulp van")}{" "}
          {helpers.map((id) => (
            <span key={id}>
              <Mark of={initiative(id)} /> {initiative(id)?.name}
            </span>
          ))}
        </span>
      )}
    </p>
  );
}
