/** How large a bubble its words need. Sizes in rem of the projector's root. */

const LINES = 1.22; // line height
const AIR = 1.15; // between the words and the rim, in rem
const WIDEST = 9; // times the letters; what is longer becomes taller
const LONGEST_WORD = 12; // times the letters; a longer one is broken
const MOST_LINES = 6;

export interface Fit {
  readonly radius: number;
  readonly width: number;
  readonly lines: number;
}

const canvas = document.createElement("canvas").getContext("2d");
const fits = new Map<string, Fit>();

/** The smallest circle around a text of this size: of all line breaks, the one nearest to a square. */
export function fit(text: string, size: number): Fit {
  const key = `${size}:${text}`;
  let found = fits.get(key);
  if (!found) fits.set(key, (found = smallest(wordWidths(text, size, 600), size)));
  return found;
}

/** Forget what was measured, for when the fonts have come in. */
export function forgetFits(): void {
  fits.clear();
  widths.clear();
}

const widths = new Map<string, readonly number[]>();

/** How wide each word is, in rem, in letters of this size (rem) and weight. */
export function wordWidths(text: string, size: number, weight: number, font = "Atkinson Hyperlegible Next"): readonly number[] {
  const letters = `${weight} ${size * 16}px "${font}", sans-serif`;
  const key = `${letters}:${text}`;
  let found = widths.get(key);
  if (!found) widths.set(key, (found = measured(text.split(/\s+/), size, letters)));
  return found;
}

function measured(words: readonly string[], size: number, letters: string): number[] {
  if (!canvas) return words.map((word) => word.length * size * 0.5);
  canvas.font = letters;
  return words.map((word) => canvas.measureText(word).width / 16);
}

const SPACE = 0.26; // times the letters, between two words

/** How many lines a text makes in this width (rem). */
export const linesOf = (text: string, size: number, width: number): number =>
  breakLines(wordWidths(text, size, 400), width, size * SPACE).length;

function smallest(widths: readonly number[], size: number): Fit {
  const narrowest = Math.min(LONGEST_WORD * size, Math.max(...widths));
  const widest = Math.max(narrowest, WIDEST * size);
  let best: Fit | undefined;
  for (let width = narrowest; width <= widest; width += 0.5) {
    const broken = breakLines(widths, width, size * SPACE);
    const lines = Math.min(MOST_LINES, broken.length);
    const radius = around(broken.slice(0, MOST_LINES), size * LINES, width) + AIR;
    const clipped = broken.length > MOST_LINES;
    if (!clipped && (!best || radius < best.radius)) best = { radius, width, lines };
    if (clipped && width + 0.5 > widest) best ??= { radius, width, lines };
  }
  return best ?? { radius: widest / 2 + AIR, width: widest, lines: 1 };
}

/** The lines that words of these widths make in this width, each as wide as it is. */
export function breakLines(widths: readonly number[], width: number, space: number): number[] {
  const lines: number[] = [];
  for (const word of widths) {
    const last = lines.at(-1);
    if (last !== undefined && last + space + word <= width) lines[lines.length - 1] = last + space + word;
    else for (let left = word; left > 0; left -= width) lines.push(Math.min(left, width));
  }
  return lines;
}

/** The radius around lines of these widths, stacked around the middle. */
function around(lines: readonly number[], height: number, width: number): number {
  return Math.max(
    ...lines.map((line, n) => {
      const top = Math.abs(n - lines.length / 2) * height;
      const bottom = Math.abs(n + 1 - lines.length / 2) * height;
      return Math.hypot(Math.min(line, width) / 2, Math.max(top, bottom) * 0.92);
    }),
  );
}
