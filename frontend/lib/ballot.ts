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
  /** How much of a bar a theme fills, for a method whose answers are no parts of a whole. */
  readonly meter?: (result: BallotResult) => number;
  /** Whether one answers or abstains for the themes together. */
  readonly whole?: boolean;
  /** What is left of the bar, when that is not who gave no answer. */
  readonly rest?: () => string;
  /** What a theme came to, in a few words. */
  readonly said: (result: BallotResult) => string;
}

const MOST = 10; // of resistance
/** What systemic consensus asks besides the themes. */
export const PASSIVE = "passive";

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
  systemic: {
    name: () => t("Minste weerstand"),
    explain: () => t("Zeg per thema hoeveel weerstand je voelt, van 0 (geen) tot 10 (onverdraaglijk)."),
    order: () => t("De minste weerstand staat bovenaan. Wat boven ‘laten zoals het is’ eindigt, is aangenomen."),
    values: Array.from({ length: MOST + 1 }, (_, n) => n),
    tone: (value) => (value <= 3 ? 5 : value <= 7 ? 3 : 1),
    word: (value) =>
      value === 0 ? t("0: geen weerstand") : value === MOST ? t("10: onverdraaglijk") : t("Weerstand %(value)s", { value }),
    meter: (result) => (result.score === null ? 0 : 1 - result.score / MOST),
    said: (result) => {
      if (result.score === null) return t("nog niemand gaf antwoord");
      const found = t("weerstand %(mean)s van 10", { mean: decimal(MOST - result.score) });
      return result.goes_on ? `${t("Aangenomen")}: ${found}` : found;
    },
  },
  ranked: {
    name: () => t("Top drie"),
    explain: () => t("Kies de drie thema’s die je het liefst wilt, op volgorde."),
    order: () => t("Bovenaan staat wat het in vergelijking met elk ander thema wint."),
    values: [1, 2, 3],
    tone: (value) => 6 - value,
    word: (value) => ({ 1: t("Eerste keus"), 2: t("Tweede keus"), 3: t("Derde keus") })[value] ?? "",
    said: (result) => {
      const [first = 0, second = 0, third = 0] = result.counts;
      const chosen = t("%(first)s keer eerste, %(second)s keer tweede, %(third)s keer derde keus", { first, second, third });
      return result.score === null ? chosen : `${chosen}, ${wins(result.score)}`;
    },
    whole: true,
    rest: () => t("niet in de top drie"),
  },
  pairwise: {
    name: () => t("Twee aan twee"),
    explain: () => t("Kies telkens welk van twee thema’s je het liefst wilt."),
    order: () => t("Bovenaan staat wat het vaakst won van de keren dat het voorlag; even graag telt half."),
    values: [1, 0, -1],
    tone: (value) => 3 + 2 * value,
    word: (value) => ({ 1: t("Gekozen"), 0: t("Even graag"), [-1]: t("Het andere gekozen") })[value] ?? "",
    said: (result) => {
      const times = result.counts.reduce((sum, num) => sum + num, 0);
      return nt("won %(share)s van %(num)s vergelijking", "won %(share)s van %(num)s vergelijkingen", times, {
        share: `${Math.floor(100 * (result.score ?? 0) + 1e-9)}%`,
      });
    },
    whole: true,
    rest: () => t("overgeslagen"),
  },
};

const MOST_DIGITS = 1; // of a mean, behind the comma

const decimal = (value: number): string =>
  value.toLocaleString(document.documentElement.lang || "nl", { maximumFractionDigits: MOST_DIGITS });

const wins = (num: number): string => nt("wint van %(num)s ander thema", "wint van %(num)s andere thema’s", num);

/** What a result is about: a theme, or in systemic consensus what is asked besides. */
export const aboutName = (about: string): string =>
  about === PASSIVE ? t("Laten zoals het is") : (entity("themes", about)?.name ?? "");

export const abstainWord = (): string => t("Ik onthoud me");

/** What is put to the vote in a round, once it was opened. */
export const ballotOf = (round: string): Kept<BallotSeen> | undefined => entity("ballots", round);

export const ballotPicture = (round: string): BallotPicture | undefined => picture<BallotPicture>(round);

/** How many abstained or gave no answer, "" when nobody did or the method asks no answer of each. */
export function without(method: BallotSeen["method"], { abstained, blank }: BallotResult): string {
  if (METHODS[method].whole) return "";
  const said = [
    abstained > 0 && nt("%(num)s onthoudt zich", "%(num)s onthouden zich", abstained),
    blank > 0 && nt("%(num)s gaf geen antwoord", "%(num)s gaven geen antwoord", blank),
  ];
  return said.filter(Boolean).join(", ");
}

/** Whether another theme ended in the same place. */
export const isTied = (result: BallotResult, all: readonly BallotResult[]): boolean =>
  all.filter(({ rank }) => rank === result.rank).length > 1;
