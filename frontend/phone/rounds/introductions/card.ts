/** The initiatives' cards as they will be, with what is under way on this phone. */

import { asked, onItsWay, underWay } from "../../../lib/outbox";
import { entity, list, me, own, picture } from "../../../lib/store";
import { t } from "../../../lib/i18n";
import type { IntroductionsPicture, PointSeen } from "../../../lib/wire";

export const LONGEST = 280; // characters of a line on a card

export type Line = "who" | "beautiful";
export type Sort = PointSeen["sort"];
export type TapSort = "recognise" | "help";

/** What a card is made of, in the order in which it is filled. */
export const PARTS = ["who", "beautiful", "factor", "bottleneck"] as const;
export type Part = (typeof PARTS)[number];

export const partWord = (part: Part): string =>
  ({
    who: t("Wie zijn we"),
    beautiful: t("Wat is er mooi aan"),
    factor: t("Succesfactoren"),
    bottleneck: t("Knelpunten"),
  })[part];

export interface Point {
  readonly id: string;
  readonly text: string;
  readonly moving: boolean;
}

/** A line of an initiative's card. */
export function lineOf(round: string, of: string, line: Line): string {
  const coming = isMine(of)
    ? asked<{ round: string; field: Line; text: string }>(
        "introduction.write",
        (data) => data.round === round && data.field === line,
      )
    : undefined;
  return coming?.text ?? entity("introductions", `${round}:${of}`)?.[line] ?? "";
}

export const lineMoves = (round: string, line: Line): boolean =>
  asked<{ round: string; field: Line }>("introduction.write", (data) => data.round === round && data.field === line) !==
  undefined;

/** Under what name unsent text of a line is kept. */
export const lineDraft = (round: string, line: Line): string => `introduction ${round} ${line}`;

/** The factors or bottlenecks of an initiative, in the order they were written. */
export function pointsOf(round: string, of: string, sort: Sort): Point[] {
  const there = list("points").value.filter((p) => p.round === round && p.initiative === of && p.sort === sort);
  const coming = isMine(of)
    ? underWay.value.filter(
        ({ id, kind, data }) =>
          kind === "point.add" && data["round"] === round && data["sort"] === sort && !there.some((p) => p.id === id),
      )
    : [];
  return [
    ...[...there].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)),
    ...coming.map(({ id, data }) => ({ id, text: String(data["text"]) })),
  ]
    .filter(({ id }) => !asked<{ point: string }>("point.withdraw", ({ point }) => point === id))
    .map(({ id, text }) => ({
      id,
      text: asked<{ point: string; text: string }>("point.edit", ({ point }) => point === id)?.text ?? text,
      moving: onItsWay(id),
    }));
}

export const isMine = (initiative: string): boolean => initiative !== "" && initiative === me.value?.initiative;

/** Whether a part of a card has something in it. */
export const isFilled = (round: string, of: string, part: Part): boolean =>
  part === "who" || part === "beautiful" ? lineOf(round, of, part) !== "" : pointsOf(round, of, part).length > 0;

/** Whether one tapped a point oneself. */
export function tapped(point: string, sort: TapSort): boolean {
  const coming = asked<{ point: string; sort: TapSort }>("tap.set", (tap) => tap.point === point && tap.sort === sort);
  return (coming as { on?: boolean } | undefined)?.on ?? tapKept(point, sort);
}

const tapKept = (point: string, sort: TapSort): boolean =>
  own("taps").value[`${point}:${me.value?.id ?? ""}:${sort}`] !== undefined;

/** How a point was heard, with one's own tap as it will be. */
export function heard(round: string, point: string): { recognised: number; helpers: readonly string[] } {
  const { recognised = 0, helpers = [] } = picture<IntroductionsPicture>(round)?.points[point] ?? {};
  const ahead = Number(tapped(point, "recognise")) - Number(tapKept(point, "recognise"));
  return { recognised: Math.max(0, recognised + ahead), helpers };
}
