/** Small things that several pictures are made of. */

import type { ComponentChildren } from "preact";
import { t } from "../lib/i18n";
import type { Turnout } from "../lib/wire";
import { colourOf, Mark } from "../control/mark";
import { pageOf, pagesOf, useTurns } from "./turns";
import { initiative } from "../lib/store";

/** A large number with its words. */
export function Count({ num, children }: { num: number | string; children: ComponentChildren }) {
  return (
    <span class="count">
      <b>{num}</b> {children}
    </span>
  );
}

/** Which page of several is on. */
export function Pager({ page, pages }: { page: number; pages: number }) {
  if (pages < 2) return null;
  return (
    <p class="pager" role="img" aria-label={t("Deel %(page)s van %(pages)s", { page: page + 1, pages })}>
      {pages <= 12
        ? Array.from({ length: pages }, (_, n) => <span key={n} data-on={n === page || undefined} />)
        : `${page + 1} / ${pages}`}
    </p>
  );
}

/** A calm sentence where there is nothing to see yet. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

const TILES = 15;
const SEATS = 30; // people of one initiative that still fit as dots

/** Turnout by initiative: a seat per person, filled when they voted; never what they voted. */
export function TurnoutMarks({ turnout }: { turnout: Turnout }) {
  const rows = Object.entries(turnout.initiatives as Record<string, readonly number[]>)
    .map(([id, [voted = 0, people = 0]]) => ({ id, voted, people, of: initiative(id) }))
    .sort((a, b) => (a.of?.name ?? "").localeCompare(b.of?.name ?? ""));
  const pages = pagesOf(rows.length, TILES);
  const page = useTurns(pages);
  return (
    <>
      <ul role="list" class="turnout" data-many={rows.length > 8 || undefined}>
        {pageOf(rows, TILES, page).map(({ id, voted, people, of }) => (
          <li key={id} data-initiative={of ? colourOf(of) : 7} data-full={voted === people || undefined}>
            <Mark of={of} size="l" />
            <div class="turnout-of">
              <p>
                <span class="turnout-name">{of?.name ?? t("Zonder initiatief")}</span>
                <b>{t("%(voted)s van %(people)s", { voted, people })}</b>
              </p>
              <Seats voted={voted} people={people} />
            </div>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </>
  );
}

function Seats({ voted, people }: { voted: number; people: number }) {
  if (people > SEATS) {
    return (
      <div class="seats-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * voted) / people}%` }} />
      </div>
    );
  }
  return (
    <div class="seats" aria-hidden="true">
      {Array.from({ length: people }, (_, n) => (
        <span key={n} data-on={n < voted || undefined} />
      ))}
    </div>
  );
}
