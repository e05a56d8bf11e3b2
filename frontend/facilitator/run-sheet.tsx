/** The run sheet in one column: what was, what is now with its controls, what comes. */

import { act } from "../control/act";
import { open } from "../control/actions";
import { minutesPlanned, minutesTaken } from "../control/clock";
import { current, plan } from "../control/room";
import type { Kept } from "../control/step";
import { nt, t } from "../lib/i18n";
import { roundName } from "../lib/rounds";
import { workshop } from "../lib/store";
import type { RoundSeen } from "../lib/wire";
import { clockTime } from "../lib/words";
import { Now, StepButton } from "./now";

export function RunSheet() {
  const planned = minutesPlanned(plan.value);
  return (
    <section class="run-sheet" aria-labelledby="run-sheet-title">
      <h2 id="run-sheet-title">{t("Draaiboek")}</h2>
      <p class="soft">
        {t("%(taken)s van %(planned)s gebruikt", {
          taken: clockTime(minutesTaken(plan.value) * 60_000).replace(/:00$/, ` ${t("min")}`),
          planned: nt("%(num)s minuut", "%(num)s minuten", planned),
        })}
      </p>
      {!current.value && <Before />}
      <ol role="list">
        {plan.value.map((round) =>
          round.id === current.value?.id ? (
            <Now key={round.id} round={round} />
          ) : (
            <Line key={round.id} round={round} />
          ),
        )}
      </ol>
      {workshop.value?.state === "ended" && <After />}
    </section>
  );
}

/** Nothing has begun yet: one thing to do. */
function Before() {
  return (
    <div class="card now">
      <p>{t("Iedereen komt binnen met de code op het grote scherm.")}</p>
      <StepButton />
    </div>
  );
}

function After() {
  return (
    <div class="card now">
      <p>{t("De sessie is afgerond.")}</p>
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
        {done && <span class="visually-hidden"> ({t("geweest")})</span>}
      </span>
      <span class="soft run-minutes">{minutesWord(round, done)}</span>
      <button type="button" class="button" data-kind="quiet" onClick={() => open(round)}>
        {done ? t("Heropen") : t("Start")}
        <span class="visually-hidden"> {roundName(round.kind, round.title)}</span>
      </button>
    </li>
  );
}

function minutesWord(round: Kept<RoundSeen>, done: boolean): string {
  if (!done) return t("%(num)s min", { num: round.minutes });
  return t("%(taken)s van %(planned)s min", { taken: minutesTaken(plan.value, round), planned: round.minutes });
}
