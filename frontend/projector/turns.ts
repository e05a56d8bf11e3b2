/** What does not fit takes turns: pages that change by themselves, and a moment for what is new. */

import { useEffect, useState } from "preact/hooks";

const TURN = 12_000; // ms; long enough to read a page of some fifteen ideas from the back

/** The page that is on now, 0 to pages - 1. lead: a page to go to at once whenever it changes. */
export function useTurns(pages: number, lead?: number, every = TURN): number {
  const [page, setPage] = useState(0);
  useEffect(() => {
    if (lead !== undefined) setPage(lead);
  }, [lead, pages]);
  useEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setPage((now) => (now + 1) % pages), every);
    return () => clearInterval(timer);
  }, [pages, lead, every]);
  return Math.min(page, Math.max(0, pages - 1));
}

/** One page of a list. */
export const pageOf = <T>(all: readonly T[], per: number, page: number): readonly T[] =>
  all.slice(page * per, (page + 1) * per);

export const pagesOf = (count: number, per: number): number => Math.max(1, Math.ceil(count / per));

/** Rows of so many side by side on pages of so much height, with the gap below a row counted in both;
 *  none when a row is higher than a page. high: of one; a row is as high as its highest. */
export function inPages<T>(all: readonly T[], columns: number, room: number, high: (one: T) => number): T[][] {
  const pages: T[][] = [];
  let left = 0;
  for (let n = 0; n < all.length; n += columns) {
    const row = all.slice(n, n + columns);
    const height = Math.max(...row.map(high));
    if (height > room) return [];
    if (height > left) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(...row);
    left -= height;
  }
  return pages;
}

const NEW_FOR = 5000; // ms

/** Which of these ids came in since the last render, each for a moment. What is there at the
 *  start is not new. */
export function useNew(ids: readonly string[]): ReadonlySet<string> {
  const [known] = useState(() => new Map<string, number>());
  const [, redraw] = useState(0);
  const now = Date.now();
  const first = known.size === 0;
  for (const id of ids) if (!known.has(id)) known.set(id, first ? 0 : now);
  const fresh = new Set(ids.filter((id) => now - (known.get(id) ?? 0) < NEW_FOR));
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => redraw((n) => n + 1), NEW_FOR);
    return () => clearTimeout(timer);
  });
  return fresh;
}
