/** Words that more than one screen uses: verdicts, answers, phases and numbers in a sentence. */

import { nt, t } from "./i18n";
import type { DotResult } from "./wire";

/** The classes of the draagvlak poll, from most to least carried. */
export const verdictWord = (verdict: string): string =>
  ({
    everyone: t("Door iedereen gedragen"),
    broad: t("Breed gedragen"),
    partly: t("Deels gedragen"),
    divided: t("Verdeeld"),
    narrow: t("Smal"),
    low_turnout: t("Onvoldoende opkomst"),
  })[verdict] ?? verdict;

export const vanguardWord = (): string => t("Kopgroep");

export const answerWord = (answer: string): string =>
  ({
    support: t("Draag ik"),
    live_with: t("Kan ermee leven"),
    object: t("Bezwaar"),
  })[answer] ?? "";

/** What revealing this phase does, as the facilitator's button says it. */
export const revealWord = (phase: string): string =>
  ({
    table: t("Deel met de tafel"),
    room: t("Deel met de zaal"),
    results: t("Toon de uitslag"),
    map: t("Toon de versterkingskaart"),
  })[phase] ?? t("Toon wat volgt");

/** What revealing this phase did. */
export const revealedWord = (phase: string): string =>
  ({
    table: t("Gedeeld met de tafel"),
    room: t("Gedeeld met de zaal"),
    results: t("De uitslag is te zien"),
    map: t("De versterkingskaart is te zien"),
  })[phase] ?? t("Het vervolg is te zien");

export const cardFieldWord = (field: string): string =>
  ({
    what: t("Wat gaan we doen"),
    why: t("Waarom"),
    first_step: t("Eerste stap"),
    who: t("Met wie"),
    needs: t("Wat is er nodig"),
  })[field] ?? field;

export const CARD_FIELDS = ["what", "why", "first_step", "who", "needs"] as const;

export const groupRoleWord = (role: string): string =>
  ({
    lead: t("Trekker"),
    member: t("Doet mee"),
    follower: t("Blijft op de hoogte"),
  })[role] ?? "";

export const people = (num: number): string => nt("%(num)s mens", "%(num)s mensen", num);
export const ideasWord = (num: number): string => nt("%(num)s idee", "%(num)s ideeën", num);
export const dotsWord = (num: number): string => nt("%(num)s stip", "%(num)s stippen", num);
/** What a theme came to with the dots before. */
export const dotsBefore = ({ supporters }: DotResult): string =>
  t("Vorige keer: %(people)s", { people: people(supporters) });
export const objections = (num: number): string =>
  num === 0 ? t("geen bezwaar") : nt("%(num)s bezwaar", "%(num)s bezwaren", num);
export const willing = (num: number): string => nt("%(num)s werkt mee", "%(num)s werken mee", num);

/** A round in one short word, for where all rounds stand in a row. */
export const shortRound = (kind: string): string =>
  ({
    introductions: t("Kennismaken"),
    ideas: t("Brouwen"),
    clustering: t("Gisten"),
    dots: t("Proeven"),
    poll: t("Draagvlak"),
    ballot: t("Stemming"),
    elaboration: t("Bottelen"),
    workgroups: t("Schenken"),
    checkout: t("Afronden"),
  })[kind] ?? kind;

/** A share such as "3/5" or 0.6 as people say it: the half, two thirds, 60%. */
export function shareWord(share: string): string {
  const named: Record<string, string> = {
    "1/4": t("een kwart"),
    "1/3": t("een derde"),
    "1/2": t("de helft"),
    "2/3": t("twee derde"),
    "3/4": t("drie kwart"),
    "1": t("iedereen"),
  };
  return named[share] ?? `${Math.round(fraction(share) * 100)}%`;
}

/** "3/5" → 0.6. */
export function fraction(share: string): number {
  const [part = 0, whole = 1] = share.split("/").map(Number);
  return part / (whole || 1);
}

/** Milliseconds as a clock shows them: 6:42, 1:02:03. */
export function clockTime(ms: number): string {
  const total = Math.max(0, Math.ceil(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** "2017-02-10" → "10 februari 2017", in the page's language. */
export function dateWord(date: string): string {
  const { lang } = document.documentElement;
  const day = new Date(`${date}T12:00:00`);
  return Number.isNaN(day.valueOf())
    ? date
    : day.toLocaleDateString(lang === "en" ? "en-GB" : lang, { day: "numeric", month: "long", year: "numeric" });
}
