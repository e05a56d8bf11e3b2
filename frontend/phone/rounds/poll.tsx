/** The draagvlak poll: one theme at a time, then all one's answers; afterwards what the room carries. */

import { useEffect } from "preact/hooks";
import { t } from "../../lib/i18n";
import { type Kept, picture } from "../../lib/store";
import type { PollPicture, RoundSeen } from "../../lib/wire";
import { stillToCome } from "../../lib/polls";
import { Problem, useAsking } from "../asking";
import { useHeading } from "../heading";
import { themeName } from "../themes";
import { goTo, OVERVIEW } from "../walk";
import type { RoundProps, RoundView } from ".";
import { AllAnswers, Answers } from "./poll/overview";
import { PollResults, ruleWord } from "./poll/results";
import { answerTo, placeIn, themesOf } from "./poll/state";
import { OneTheme } from "./poll/theme";

const now = (round: Kept<RoundSeen>) => picture<PollPicture>(round.id);

function Poll({ round, open }: RoundProps) {
  const found = now(round);
  const asking = useAsking();
  if (found?.results) return <PollResults round={round.id} {...found} results={found.results} />;
  if (round.status === "closed") {
    return (
      <>
        <Problem of={asking.problem} />
        <Answers round={round.id} />
      </>
    );
  }
  return <Asking round={round.id} open={open} {...asking} />;
}

type AskingProps = ReturnType<typeof useAsking> & { readonly round: string; readonly open: boolean };

function Asking({ round, open, ...asking }: AskingProps) {
  const place = placeIn(round);
  const theme = themesOf(round).find(({ id }) => id === place);
  useHeading(place);
  useEffect(() => goTo(round, place), [round]); // from here on nothing moves but by a tap
  return theme ? (
    <OneTheme key={theme.id} round={round} theme={theme} open={open} {...asking} />
  ) : (
    <AllAnswers round={round} open={open} />
  );
}

/** The theme that is asked about now; nothing in the overview and after the poll. */
function here(round: Kept<RoundSeen>): string {
  return round.status === "closed" ? OVERVIEW : placeIn(round.id);
}

const answered = (round: string): boolean =>
  themesOf(round).some(({ id }) => answerTo(round, id).answer !== "" || answerTo(round, id).energy);

function above(round: Kept<RoundSeen>): string {
  const all = themesOf(round.id);
  const at = all.findIndex(({ id }) => id === here(round));
  return at < 0 ? "" : t("Thema %(number)s van %(all)s", { number: at + 1, all: all.length });
}

function title(round: Kept<RoundSeen>): string {
  if (now(round)?.results) return t("Wat dragen we samen?");
  if (round.status === "closed") return answered(round.id) ? t("Je stem is binnen") : t("De peiling is dicht");
  return themeName(here(round)) || t("Je antwoorden");
}

function lead(round: Kept<RoundSeen>): string {
  const found = now(round);
  if (found?.results) return stillToCome(found) || ruleWord(round.id, found);
  if (round.status === "closed") return t("De uitslag komt zo, op het grote scherm.");
  if (themesOf(round.id).length === 0) return t("Er zijn geen thema’s om over te stemmen.");
  return here(round) === OVERVIEW ? t("Tik op een thema om je antwoord te wijzigen. Dat kan tot de ronde sluit.") : "";
}

export const screen: RoundView = { above, title, lead, View: Poll };
