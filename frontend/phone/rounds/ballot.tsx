/** A ballot by one of the methods: what is asked, one's answers, and what the themes came to. */

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { ballotOf, ballotPicture, METHODS } from "../../lib/ballot";
import { guest } from "../../lib/guest";
import { t } from "../../lib/i18n";
import type { Kept } from "../../lib/store";
import { myVotes } from "../../lib/votes";
import type { BallotSeen, RoundSeen } from "../../lib/wire";
import { Problem, useAsking } from "../asking";
import { useHeading } from "../heading";
import { goTo, OVERVIEW } from "../walk";
import type { RoundProps, RoundView } from ".";
import { OneTheme } from "./ballot/one-theme";
import { AllVotes, Votes } from "./ballot/overview";
import { Pairs } from "./ballot/pairs";
import { Rank } from "./ballot/rank";
import { BallotResults } from "./ballot/results";
import { type AskingProps, placeIn, thingsOf } from "./ballot/state";

function Ballot({ round, open }: RoundProps) {
  const ballot = ballotOf(round.id);
  const seen = ballotPicture(round.id);
  const asking = useAsking();
  if (!ballot || !seen) return <p class="soft">{t("Even geduld …")}</p>;
  if (seen.results) return <BallotResults ballot={ballot} results={seen.results} before={seen.before} />;
  if (round.status === "closed") {
    return (
      <>
        <Problem of={asking.problem} />
        <Votes ballot={ballot} />
      </>
    );
  }
  const Asking = ASKING[ballot.method] ?? Walk;
  return <Asking ballot={ballot} open={open} {...asking} />;
}

/** The methods that do not ask one theme at a time. */
const ASKING: Readonly<Partial<Record<BallotSeen["method"], (props: AskingProps) => JSX.Element>>> = {
  ranked: Rank,
  pairwise: Pairs,
};

/** One theme at a time, and then all together. */
function Walk({ ballot, open, ...asking }: AskingProps) {
  const place = placeIn(ballot.id);
  const theme = thingsOf(ballot.id).find(({ id }) => id === place);
  useHeading(`${guest.value} ${place}`);
  useEffect(() => goTo(ballot.id, place), [ballot.id, guest.value]); // from here on nothing moves but by a tap
  return theme ? (
    <OneTheme key={`${guest.value} ${theme.id}`} ballot={ballot} theme={theme} open={open} {...asking} />
  ) : (
    <AllVotes ballot={ballot} open={open} />
  );
}

const here = (round: Kept<RoundSeen>): string => (round.status === "closed" ? OVERVIEW : placeIn(round.id));

/** Whether one theme is before one at a time, so that its name is the heading. */
const walks = (round: string): boolean => !ASKING[ballotOf(round)?.method ?? "gradients"];

function above(round: Kept<RoundSeen>): string {
  if (!walks(round.id)) return "";
  const all = thingsOf(round.id);
  const at = all.findIndex(({ id }) => id === here(round));
  return at < 0 ? "" : t("Thema %(number)s van %(all)s", { number: at + 1, all: all.length });
}

function title(round: Kept<RoundSeen>): string {
  if (ballotPicture(round.id)?.results) return t("De uitslag");
  if (round.status === "closed") return myVotes(round.id).size > 0 ? t("Je stem is binnen") : t("De stemming is dicht");
  if (!walks(round.id)) return METHODS[ballotOf(round.id)?.method ?? "gradients"].name();
  return (thingsOf(round.id).find(({ id }) => id === here(round))?.name ?? "") || t("Je antwoorden");
}

function lead(round: Kept<RoundSeen>): string {
  const ballot = ballotOf(round.id);
  if (!ballot) return "";
  if (ballotPicture(round.id)?.results) return METHODS[ballot.method].order();
  if (round.status === "closed") return t("De uitslag komt zo, op het grote scherm.");
  if (ballot.themes.length === 0) return t("Er zijn geen thema’s om over te stemmen.");
  if (walks(round.id) && here(round) === OVERVIEW) return t("Tik op een thema om je antwoord te wijzigen. Dat kan tot de ronde sluit.");
  return METHODS[ballot.method].explain();
}

export const screen: RoundView = { above, title, lead, View: Ballot };
