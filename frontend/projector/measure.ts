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
  if (!found) fits.set(key, (found = smallest(words(text, size), size)));
  return found;
}

/** Forget what was measured, for when the fonts have come in. */
export const forgetFits = (): void => fits.clear();

function words(text: string, size: number): number[] {
  if (!canvas) return [text.length * size * 0.5];
  canvas.font = `600 ${size * 16}px "Atkinson Hyperlegible Next", sans-serif`;
  const one = canvas;
  return text.split(/\s+/).map((word) => one.measureText(word).width / 16);
}

function smallest(widths: readonly number[], size: number): Fit {
  const narrowest = Math.min(LONGEST_WORD * size, Math.max(...widths));
  const widest = Math.max(narrowest, WIDEST * size);
  let best: Fit | undefined;
  for (let width = narrowest; width <= widest; width += 0.5) {
    const broken = breakLines(widths, width, size * 0.26);
    const lines = Math.min(MOST_LINES, broken.length);
    const radius = around(broken.slice(0, MOST_LINES), size * LINES, width) + AIR;
    const clipped = broken.length > MOST_LINES;
    if (!clipped && (!best || radius < best.radius)) best = { radius, width, lines };
    if (clipped && width + 0.5 > widest) best ??= { radius, width, lines };
  }
  return best ?? { radius: widest / 2 + AIR, width: widest, lines: 1 };
}

function breakLines(widths: readonly number[], width: number, space: number): number[] {
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
