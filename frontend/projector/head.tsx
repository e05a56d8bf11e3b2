/** On top: what is asked of the room, which round this is and how long it takes. */

import { speakingTime, timeLeft, type TimeLeft } from "../lib/timer";
import { following } from "../control/room";
import { t } from "../lib/i18n";
import { roundName } from "../lib/rounds";
import type { RoundSeen } from "../lib/wire";
import { clockTime } from "../lib/words";
import { PICTURES } from "./rounds";
import { type Kept, rounds, workshop } from "../lib/store";

export function Head({ round }: { round: Kept<RoundSeen> }) {
  const known = PICTURES[round.kind];
  const title = known?.title(round) || (workshop.value?.question ?? "");
  const number = rounds.value.findIndex(({ id }) => id === round.id) + 1;
  return (
    <header class="head">
      <div class="head-words">
        <p class="eyebrow">
          {t("Ronde %(number)s van %(rounds)s", { number, rounds: rounds.value.length })}
          {" · "}
          {roundName(round.kind, round.title)}
        </p>
        <h1 data-length={lengthOf(title)}>{title}</h1>
        <p class="lead">{known?.lead(round)}</p>
      </div>
      <Clock round={round} />
    </header>
  );
}

/** Long questions get smaller letters, so that they stay within two lines. */
export function lengthOf(text: string): string {
  if (text.length <= 44) return "short";
  if (text.length <= 90) return "medium";
  return text.length <= 150 ? "long" : "longest";
}

function Clock({ round }: { round: Kept<RoundSeen> }) {
  const speaking = speakingTime(round);
  const left = speaking ?? timeLeft(round);
  if (left) return <ClockFace left={left} words={clockWords(round, left, Boolean(speaking))} />;
  if (round.status !== "closed") return null;
  const next = following.value;
  return (
    <div class="clock" data-state="closed">
      <p class="clock-next">{t("Ronde voorbij")}</p>
      <p class="clock-words">
        {next ? t("straks: %(round)s", { round: roundName(next.kind, next.title) }) : t("dit was de laatste")}
      </p>
    </div>
  );
}

function ClockFace({ left, words }: { left: TimeLeft; words: string }) {
  return (
    <div class="clock" data-state={left.state}>
      <p class="clock-time" role="timer" aria-label={t("Nog %(time)s", { time: clockTime(left.ms) })}>
        {left.state === "over" ? t("Tijd om") : clockTime(left.ms)}
      </p>
      <p class="clock-words">{words}</p>
    </div>
  );
}

function clockWords(round: Kept<RoundSeen>, left: TimeLeft, speaking: boolean): string {
  if (left.state === "paused") return t("de tijd staat stil");
  if (left.state === "over") return speaking ? t("rond je verhaal af") : t("maak je zin nog af");
  return speaking ? t("spreektijd") : (PICTURES[round.kind]?.time(round) ?? t("nog te gaan"));
}
