/** Proeven with dots: tapping is voting, and the dots in the dock fill up. */

import type { ComponentChildren } from "preact";
import { colourOf } from "../../control/mark";
import { forVoter, isVoters, voter } from "../../lib/guest";
import { nt, t } from "../../lib/i18n";
import { onItsWay, underWay } from "../../lib/outbox";
import { type Kept, own, picture } from "../../lib/store";
import type { DotsPicture, RoundSeen, ThemeSeen } from "../../lib/wire";
import { Problem, useAsking } from "../asking";
import { ownOrder } from "../order";
import { Safe } from "../../lib/safe";
import { Dock } from "../parts";
import { FoldedQuotes, themes } from "../themes";
import type { RoundProps, RoundView } from ".";
import { DotsResults, MyDots } from "./dots/after";
import { Dot, Give } from "./dots/give";

const DRAWN = 20; // dots that still fit in the dock as dots

/** theme → my dots on it, with those that are still on their way. */
type Given = Readonly<Record<string, number>>;

const now = (round: Kept<RoundSeen>) => picture<DotsPicture>(round.id);

const ballot = (round: string) => own("dot_ballots").value[`${round}:${voter.value}`];

function myDots(round: string): Given {
  const stored = ballot(round)?.dots ?? {};
  const coming = underWay.value.filter(({ kind, data }) => kind === "dots.set" && data["round"] === round && isVoters(data));
  return coming.reduce<Given>((dots, { data }) => ({ ...dots, [String(data["theme"])]: Number(data["dots"]) }), stored);
}

function Dots({ round, open }: RoundProps) {
  const seen = now(round);
  const given = myDots(round.id);
  const asking = useAsking();
  if (!seen) return <p class="soft">{t("Even geduld …")}</p>;
  if (seen.results) return <DotsResults results={seen.results} before={seen.before ?? []} given={given} />;
  if (round.status === "closed") {
    return (
      <>
        <Problem of={asking.problem} />
        <MyDots given={given} />
      </>
    );
  }
  if (themes.value.length === 0) return <p class="soft">{t("Er zijn nog geen thema’s om uit te kiezen.")}</p>;
  return <Choose round={round.id} open={open} seen={seen} given={given} {...asking} />;
}

type ChooseProps = ReturnType<typeof useAsking> & {
  readonly round: string;
  readonly open: boolean;
  readonly seen: DotsPicture;
  readonly given: Given;
};

function Choose({ round, open, seen, given, ask, problem }: ChooseProps) {
  const left = seen.budget - Object.values(given).reduce((sum, num) => sum + num, 0);
  return (
    <>
      <ul role="list" class="stack dot-themes">
        {ownOrder(themes.value).map((theme) => (
          <ThemeCard key={theme.id} theme={theme}>
            <Give
              theme={theme}
              num={given[theme.id] ?? 0}
              most={seen.per_theme}
              left={left}
              open={open}
              set={(dots) => ask("dots.set", forVoter({ round, theme: theme.id, dots }))}
            />
          </ThemeCard>
        ))}
      </ul>
      <Dock>
        <Returned round={round} />
        <Problem of={problem} />
        <Budget all={seen.budget} left={left} moving={themes.value.some(({ id }) => onItsWay(id))} />
      </Dock>
    </>
  );
}

/** Dots that came back because themes they were on became one. */
function Returned({ round }: { round: string }) {
  const num = ballot(round)?.returned ?? 0;
  return (
    <div role="status">
      {num > 0 && (
        <p class="notice">
          {nt(
            "Thema’s zijn samengevoegd. Je hebt %(num)s stip terug.",
            "Thema’s zijn samengevoegd. Je hebt %(num)s stippen terug.",
            num,
          )}
        </p>
      )}
    </div>
  );
}

function ThemeCard({ theme, children }: { theme: Kept<ThemeSeen>; children: ComponentChildren }) {
  return (
    <li class="card dot-theme" data-colour={colourOf(theme)}>
      {children}
      <FoldedQuotes theme={theme.id} />
    </li>
  );
}

/** What is left, as dots and in words. Buttons that cannot give any more point here for the reason. */
function Budget({ all, left, moving }: { all: number; left: number; moving: boolean }) {
  return (
    <div class="budget">
      {all <= DRAWN && (
        <p class="budget-dots" aria-hidden="true">
          {Array.from({ length: all }, (_, n) => (
            <Dot key={n} on={n < all - left} />
          ))}
        </p>
      )}
      <p class="budget-words" id="budget" role="status">
        <b>{left > 0 ? nt("Nog %(num)s stip", "Nog %(num)s stippen", left) : t("Je stippen zijn op")}</b>
        {left <= 0 && <span class="soft small">{t("Verzetten? Haal er eerst ergens een weg.")}</span>}
      </p>
      {left < all && <Safe moving={moving} />}
    </div>
  );
}

function lead(round: Kept<RoundSeen>): string {
  const seen = now(round);
  if (seen?.results) return t("Wat telt, is hoeveel mensen voor een thema zijn, niet hoeveel stippen het kreeg.");
  if (round.status === "closed") return t("De uitslag komt zo, op het grote scherm.");
  const budget = nt("Je hebt %(num)s stip.", "Je hebt %(num)s stippen.", seen?.budget ?? 0);
  return `${budget} ${t("Wat je aantikt, telt meteen. Je kunt je stippen verzetten tot de ronde sluit.")}`;
}

function title(round: Kept<RoundSeen>): string {
  if (now(round)?.results) return t("Wat gaat door?");
  if (round.status !== "closed") return t("Waar wil je mee verder?");
  return Object.values(myDots(round.id)).some((num) => num > 0) ? t("Je stem is binnen") : t("De stemming is dicht");
}

export const screen: RoundView = { title, lead, View: Dots };
