/** Pointing at an idea with the arrow keys: whatever carries data-pick on the screen can be picked. */

import { picked } from "./screen";

interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const SIDEWAYS = 2; // how much worse it is to be off the line than far along it
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function spots(): Spot[] {
  return [...document.querySelectorAll<HTMLElement>("[data-pick]")].map((element) => {
    const box = element.getBoundingClientRect();
    return { id: element.dataset["pick"] ?? "", x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
}

export function pickFirst(): void {
  const all = spots().sort((a, b) => a.y - b.y || a.x - b.x);
  picked.value = all[0]?.id ?? "";
}

/** Move to the nearest idea in an arrow's direction. Says whether it was an arrow's business. */
export function pickTowards(key: string): boolean {
  const way = ARROWS[key];
  if (!way || !picked.value) return false;
  picked.value = nearest(spots(), picked.value, way)?.id ?? picked.value;
  return true;
}

export function nearest(all: readonly Spot[], from: string, [dx, dy]: readonly [number, number]): Spot | undefined {
  const here = all.find((spot) => spot.id === from);
  if (!here) return all[0];
  const cost = (spot: Spot) => {
    const along = (spot.x - here.x) * dx + (spot.y - here.y) * dy;
    const beside = Math.abs((spot.x - here.x) * dy) + Math.abs((spot.y - here.y) * dx);
    return along > 1 ? along + SIDEWAYS * beside : Infinity;
  };
  return all
    .filter((spot) => cost(spot) < Infinity)
    .sort((a, b) => cost(a) - cost(b))[0];
}
