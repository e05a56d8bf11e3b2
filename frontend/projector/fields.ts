/** Themes as fields in rows, in the order they were made: the more weight, the larger, but each wide
 *  enough for its name. All in rem. */

export interface Field {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 1;
const LOWEST = 9.5; // a name of two lines with its number

/** What a field asks for. word: the width of the longest word in its name. */
export interface Wish {
  readonly weight: number;
  readonly word: number;
}

export function layFields(wishes: readonly Wish[], width: number, height: number): Field[] {
  const rows = inRows(wishes);
  const sums = rows.map((row) => ({ weight: row.reduce((sum, { weight }) => sum + weight, 0), word: LOWEST }));
  const heights = share(sums, height - GAP * (rows.length - 1));
  let y = 0;
  return rows.flatMap((row, n) => {
    const high = heights[n] ?? 0;
    const widths = share(row, width - GAP * (row.length - 1));
    let x = 0;
    const laid = widths.map((wide) => {
      const field = { x, y, width: wide, height: high };
      x += wide + GAP;
      return field;
    });
    y += high + GAP;
    return laid;
  });
}

/** Rows of nearly as many each: up to two, three or four in a row. */
function inRows<T>(all: readonly T[]): T[][] {
  const across = all.length <= 4 ? 2 : all.length <= 9 ? 3 : 4;
  const rows = Math.max(1, Math.ceil(all.length / across));
  return Array.from({ length: rows }, (_, n) =>
    all.slice(Math.round((n * all.length) / rows), Math.round(((n + 1) * all.length) / rows)),
  );
}

/** Divide a length by weight, none under its longest word as long as that fits. */
function share(wishes: readonly Wish[], whole: number): number[] {
  const least = wishes.map(({ word }) => word);
  const needed = least.reduce((sum, one) => sum + one, 0);
  const squeeze = Math.min(1, whole / Math.max(1, needed));
  const weight = wishes.reduce((sum, one) => sum + one.weight, 0) || 1;
  const spare = Math.max(0, whole - needed);
  return wishes.map((one, n) => (least[n] ?? 0) * squeeze + (spare * one.weight) / weight);
}
