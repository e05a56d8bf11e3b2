/** The run sheet in one column: what was, what is now with its controls, what comes. */

import { act } from "../control/act";
import { open } from "../control/deeds";
import { minutesPlanned, minutesTaken } from "../control/clock";
import { boot } from "../lib/boot";
import { nt, t } from "../lib/i18n";
import { roundName } from "../lib/rounds";
import type { RoundSeen } from "../lib/wire";
import { handheld } from "./handheld";
import { Note } from "./note";
import { Now, StepButton } from "./now";
import { Pace } from "./pace";
import { currentRound, type Kept, rounds, workshop } from "../lib/store";

export function RunSheet() {
  const planned = minutesPlanned(rounds.value);
  const over = workshop.value?.state === "ended";
  return (
    <section class="run-sheet" aria-labelledby="run-sheet-title">
      <h2 id="run-sheet-title">{t("Draaiboek")}</h2>
      {!over && (
        <>
          <p class="soft run-time">
            {t("%(taken)s van %(planned)s gebruikt", {
              taken: `${minutesTaken(rounds.value)} ${t("min")}`,
              planned: nt("%(num)s minuut", "%(num)s minuten", planned),
            })}
          </p>
          {currentRound.value && <Pace />}
        </>
      )}
      {!currentRound.value && <Before />}
      {over && <After />}
      <ol role="list">
        {rounds.value.map((round) =>
          round.id === currentRound.value?.id && !over ? (
            <Now key={round.id} round={round} />
          ) : (
            <Line key={round.id} round={round} />
          ),
        )}
      </ol>
    </section>
  );
}

/** Nothing has begun yet: one thing to do. */
function Before() {
  return (
    <div class="card now">
      <p>{t("Iedereen komt binnen met de code op het grote scherm.")}</p>
      {!handheld.value && <StepButton />}
    </div>
  );
}

function After() {
  return (
    <div class="card now">
      <p>
        {boot.reportUrl
          ? t("De sessie is afgelopen. De werkgroepen en het verslag staan klaar.")
          : t("De sessie is afgelopen. De werkgroepen en het verslag staan klaar voor de organisator.")}
      </p>
      {boot.reportUrl && (
        <a class="button" href={boot.reportUrl}>
          {t("Naar het verslag")}
        </a>
      )}
      <button type="button" class="button" data-kind="outline" onClick={() => act("workshop.resume", {}, t("De sessie is weer open"))}>
        {t("Heropen de sessie")}
      </button>
    </div>
  );
}

function Line({ round }: { round: Kept<RoundSeen> }) {
  const done = round.status !== "planned";
  return (
    <li class="run-line" data-done={done || undefined}>
      <span class="run-sign" aria-hidden="true">
        {done ? "✓" : ""}
      </span>
      <span class="run-name">
        {roundName(round.kind, round.title)}
        {done && <span class="visually-hidden"> ({t("voorbij")})</span>}
      </span>
      <span class="soft run-minutes">{minutesWord(round, done)}</span>
      <button type="button" class="button" data-kind="quiet" onClick={() => open(round)}>
        {done ? t("Heropen") : t("Start")}
        <span class="visually-hidden"> {roundName(round.kind, round.title)}</span>
      </button>
      <Note round={round} />
    </li>
  );
}

function minutesWord(round: Kept<RoundSeen>, done: boolean): string {
  if (!done) return t("%(num)s min", { num: round.minutes });
  return t("%(taken)s van %(planned)s min", { taken: minutesTaken(rounds.value, round), planned: round.minutes });
}
