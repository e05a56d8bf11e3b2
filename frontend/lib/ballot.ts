/** The voting methods in words: what each asks, what its answers are called, what a result says. */

import { nt, t } from "./i18n";
import { entity, type Kept, picture } from "./store";
import { objections } from "./words";
import type { BallotPicture, BallotResult, BallotSeen } from "./wire";

export interface Method {
  readonly name: () => string;
  /** What it asks, in one sentence. */
  readonly explain: () => string;
  /** What decided the order of the result. */
  readonly order: () => string;
  /** The answers, in the order in which a result counts them. */
  readonly values: readonly number[];
  /** An answer as one gives it. */
  readonly word: (value: number) => string;
  /** How an answer is drawn, from 5 for in favour to 1 for against. */
  readonly tone: (value: number) => number;
  /** The answer that needs a reason. */
  readonly reasoned?: number;
  /** What a theme came to, in a few words. */
  readonly said: (result: BallotResult) => string;
}

const at = (result: BallotResult, n: number): number => result.counts[n] ?? 0;

const behind = (num: number): string => nt("%(num)s staat erachter", "%(num)s staan erachter", num);

export const METHODS: Readonly<Record<BallotSeen["method"], Method>> = {
  gradients: {
    name: () => t("Schaal van vijf"),
    explain: () => t("Zeg per thema hoe ver je met de groep meegaat."),
    order: () => t("Het middelste antwoord bepaalt de volgorde."),
    values: [5, 4, 3, 2, 1],
    tone: (value) => value,
    word: (value) =>
      ({
        5: t("Van harte voor"),
        4: t("Voor, met een kanttekening"),
        3: t("Neutraal, ik ga mee"),
        2: t("Liever niet, maar ik houd het niet tegen"),
        1: t("Nee, dit houd ik tegen"),
      })[value] ?? "",
    said: (result) => {
      const against = at(result, 4);
      const stopped =
        against > 0 ? nt("%(num)s houdt het tegen", "%(num)s houden het tegen", against) : t("niemand houdt het tegen");
      return `${behind(at(result, 0) + at(result, 1))}, ${stopped}`;
    },
  },
  consent: {
    name: () => t("Consent"),
    explain: () => t("Een voorstel is aangenomen als niemand er een bezwaar tegen heeft."),
    order: () => t("Wat zonder bezwaar is, is aangenomen."),
    values: [1, 0],
    tone: (value) => (value === 1 ? 5 : 1),
    word: (value) => (value === 1 ? t("Geen bezwaar") : t("Bezwaar, want …")),
    reasoned: 0,
    said: (result) => {
      const all = [nt("%(num)s zonder bezwaar", "%(num)s zonder bezwaar", at(result, 0)), objections(at(result, 1))].join(", ");
      return result.goes_on ? `${t("Aangenomen")}: ${all}` : all;
    },
  },
};

export const abstainWord = (): string => t("Ik onthoud me");

/** What is put to the vote in a round, once it was opened. */
export const ballotOf = (round: string): Kept<BallotSeen> | undefined => entity("ballots", round);

export const ballotPicture = (round: string): BallotPicture | undefined => picture<BallotPicture>(round);

/** How many abstained or gave no answer, "" when nobody did. */
export function without({ abstained, blank }: BallotResult): string {
  const said = [
    abstained > 0 && nt("%(num)s onthoudt zich", "%(num)s onthouden zich", abstained),
    blank > 0 && nt("%(num)s gaf geen antwoord", "%(num)s gaven geen antwoord", blank),
  ];
  return said.filter(Boolean).join(", ");
}

/** Whether another theme ended in the same place. */
export const isTied = (result: BallotResult, all: readonly BallotResult[]): boolean =>
  all.filter(({ rank }) => rank === result.rank).length > 1;
