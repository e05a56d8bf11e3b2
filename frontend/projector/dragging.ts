/** Dragging ideas onto themes with a mouse or finger. Keys and taps use "move to" instead. */

import {
  DragDropManager,
  Draggable,
  Droppable,
  Feedback,
  PointerActivationConstraints,
  PointerSensor,
  StyleInjector,
} from "@dnd-kit/dom";
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { moveIdea } from "../control/deeds";

const ONTO = "onto:";
const FAR = 8; // px before a press becomes a drag, so that a click stays a click

/** Makes every [data-drag] inside draggable onto every [data-theme-id]. */
export function useDragging(inside: RefObject<HTMLElement | null>, may: boolean, round: string): void {
  const [manager] = useState(() => (may ? makeManager() : undefined));
  const [made] = useState(() => new Made());
  useEffect(() => {
    if (!manager) return;
    return manager.monitor.addEventListener("dragend", (event) => {
      const { source, target } = event.operation;
      if (event.canceled || !source || !target) return;
      moveIdea(round, String(source.id), String(target.id).slice(ONTO.length));
    });
  }, [manager, round]);
  // After every render cards may have come, gone or changed place; one that is being dragged stays.
  useEffect(() => {
    if (manager && inside.current) made.match(inside.current, manager);
  });
  useEffect(() => () => made.clear(), [made]);
}

/** What was made draggable or a place to drop, by element. */
class Made {
  private readonly of = new Map<HTMLElement, Draggable | Droppable>();

  match(inside: HTMLElement, manager: DragDropManager): void {
    const cards = all(inside, "[data-drag]");
    const places = all(inside, "[data-theme-id]");
    const there = new Set([...cards, ...places]);
    for (const [element, one] of this.of) {
      if (there.has(element) && idOf(element) === one.id) continue;
      one.destroy();
      this.of.delete(element);
    }
    for (const element of there) {
      if (this.of.has(element)) continue;
      const Kind = element.dataset["drag"] === undefined ? Droppable : Draggable;
      this.of.set(element, new Kind({ id: idOf(element), element }, manager));
    }
  }

  clear(): void {
    for (const one of this.of.values()) one.destroy();
    this.of.clear();
  }
}

const idOf = (element: HTMLElement): string => element.dataset["drag"] ?? `${ONTO}${element.dataset["themeId"]}`;

const all = (inside: HTMLElement, selector: string): HTMLElement[] => [
  ...inside.querySelectorAll<HTMLElement>(selector),
];

/* Its own way, a style element, is what our policy forbids; without its rules the card that is dragged
   does not follow the pointer. They speak only of what is being dragged, so they may stay. */
const sheet = new CSSStyleSheet();
let rules = "";
StyleInjector.prototype.register = (more) => {
  if (!rules.includes(more)) sheet.replaceSync((rules += more));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  return () => undefined;
};

/** Only what shows the card that is dragged: nothing scrolls here, and "move to" speaks for itself. */
const makeManager = (): DragDropManager =>
  new DragDropManager({
    plugins: [Feedback.configure({ feedback: "clone" })],
    sensors: [
      PointerSensor.configure({
        activationConstraints: [new PointerActivationConstraints.Distance({ value: FAR })],
        preventActivation: () => false,
      }),
    ],
  });
