/** Bubbles in a wide kettle, each where it fits, in order of arrival, so that those which are there
 *  stay where they are. */

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}
export interface Box {
  readonly width: number;
  readonly height: number;
}

const GAP = 0.5; // rem

/** Few bubbles gather around the middle; many are laid along the upper and lower rim, which holds
 *  more. */
export type Way = "middle" | "rims";

export interface Spot {
  readonly page: number;
  readonly circle: Circle;
}

/** Pages of circles within a box around 0, 0; all in rem. */
export class Packing {
  readonly spots: Spot[] = [];
  private readonly pages: Circle[][] = [];

  constructor(
    private readonly box: Box,
    private readonly way: Way,
  ) {}

  /** Place one more; those that are there stay. */
  add(r: number): void {
    const open = this.pages.length - 1;
    // Only the last two pages: what is older stays as it was read.
    for (let page = Math.max(0, open - 1); page <= open; page++) {
      const circle = place(r, this.pages[page] ?? [], this.box, this.way);
      if (circle) return this.put(page, circle);
    }
    const small = Math.min(r, this.box.height / 2);
    this.put(open + 1, { x: 0, y: this.way === "rims" ? small - this.box.height / 2 : 0, r: small });
  }

  private put(page: number, circle: Circle): void {
    (this.pages[page] ??= []).push(circle);
    this.spots.push({ page, circle });
  }
}

function place(r: number, there: readonly Circle[], box: Box, way: Way): Circle | undefined {
  const across = box.width / 2 - r;
  const down = box.height / 2 - r;
  if (across < 0 || down < 0) return undefined;
  const flat = way === "rims" ? 0.04 : (box.width / box.height) ** 2;
  let best: Circle | undefined;
  let least = Infinity;
  for (const spot of candidates(r, there, across, down)) {
    if (Math.abs(spot.x) > across + 0.01 || Math.abs(spot.y) > down + 0.01) continue;
    const far = spot.x ** 2 + spot.y ** 2 * flat;
    if (far < least && there.every((one) => apart(one, spot))) [best, least] = [spot, far];
  }
  return best;
}

const apart = (a: Circle, b: Circle): boolean =>
  (a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= (a.r + b.r + GAP - 0.01) ** 2;

/** The middle, where it touches two others, and where it touches one and an edge. */
function* candidates(r: number, there: readonly Circle[], across: number, down: number): Generator<Circle> {
  for (const y of [0, -down, down]) yield { x: 0, y, r };
  for (const [n, one] of there.entries()) {
    for (const other of there.slice(n + 1)) yield* touching(one, other, r);
    const reach = one.r + r + GAP;
    for (const y of [-down, down]) yield* onLine(one, reach, y, r);
    for (const x of [-across, across]) {
      for (const spot of onLine({ x: one.y, y: one.x, r: one.r }, reach, x, r)) yield { x: spot.y, y: spot.x, r };
    }
    yield { x: one.x + reach, y: one.y, r };
    yield { x: one.x - reach, y: one.y, r };
  }
}

/** Where a circle at `reach` from one lies on the line with this y. */
function* onLine(one: Circle, reach: number, y: number, r: number): Generator<Circle> {
  const left = reach ** 2 - (y - one.y) ** 2;
  if (left < 0) return;
  yield { x: one.x - Math.sqrt(left), y, r };
  yield { x: one.x + Math.sqrt(left), y, r };
}

/** The two places where a circle of radius r touches both. */
function* touching(a: Circle, b: Circle, r: number): Generator<Circle> {
  const [reachA, reachB] = [a.r + r + GAP, b.r + r + GAP];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const between = Math.hypot(dx, dy);
  if (between > reachA + reachB || between === 0) return;
  const along = (reachA ** 2 - reachB ** 2 + between ** 2) / (2 * between);
  const off = Math.sqrt(Math.max(0, reachA ** 2 - along ** 2));
  const [ux, uy] = [dx / between, dy / between];
  yield { x: a.x + along * ux - off * uy, y: a.y + along * uy + off * ux, r };
  yield { x: a.x + along * ux + off * uy, y: a.y + along * uy - off * ux, r };
}
