/** The round of the moment with everything one can do in it. */

import { type Action, action } from "../control/actions";
import { extend, focus, stepWord, takeStep } from "../control/deeds";
import { speakingTime, timeLeft } from "../lib/timer";
import { turns } from "../control/focus";
import { step } from "../control/room";
import { canMap, canUnveil } from "../control/unveil";
import { t } from "../lib/i18n";
import { roundName } from "../lib/rounds";
import type { RoundSeen } from "../lib/wire";
import { clockTime } from "../lib/words";
import { handheld } from "./handheld";
import { focusName, phaseWord } from "./names";
import { Note } from "./note";
import type { Kept } from "../lib/store";

export function Now({ round }: { round: Kept<RoundSeen> }) {
  return (
    <li class="card now" aria-current="step">
      <div class="now-head">
        <h3>{roundName(round.kind, round.title)}</h3>
        {!handheld.value && <Time round={round} />}
      </div>
      <p class="soft">{phaseWord(round)}</p>
      {!handheld.value && (
        <>
          <StepButton />
          <Clock round={round} />
        </>
      )}
      {(canUnveil() || canMap()) && (
        <div class="now-buttons" role="group" aria-label={t("De uitslag")}>
          <Small of={action("veil")} />
          {canUnveil() && <Small of={action("reveal")} />}
          {step.value.kind !== "reveal" && <Small of={action("map")} />}
        </div>
      )}
      {!handheld.value && <Focus round={round} />}
      <div class="now-buttons" role="group" aria-label={t("De ronde")}>
        {step.value.kind !== "close" && <Small of={action("close")} />}
        <Small of={action("reopen")} />
        <Small of={action("back")} />
        {step.value.kind !== "end" && <Small of={action("end")} />}
      </div>
      <Note round={round} />
    </li>
  );
}

/** The one sensible thing to do next. */
export function StepButton() {
  return (
    <button type="button" class="button" data-wide disabled={step.value.kind === "none"} onClick={takeStep}>
      {stepWord(step.value)}
    </button>
  );
}

function Small({ of }: { of: Action | undefined }) {
  if (!of?.can()) return null;
  return (
    <button type="button" class="button" data-kind="outline" onClick={of.run}>
      {of.label()}
    </button>
  );
}

/** Standing still and going on, and a minute more or less. */
export function Clock({ round }: { round: Kept<RoundSeen> }) {
  return (
    <div class="now-buttons" role="group" aria-label={t("De tijd")}>
      <Small of={action("pause")} />
      <button type="button" class="button" data-kind="outline" data-quick disabled={round.status === "closed"} onClick={() => extend(1)}>
        {t("+1 min")}
      </button>
      <button type="button" class="button" data-kind="outline" data-quick disabled={round.status === "closed"} onClick={() => extend(-1)}>
        {t("−1 min")}
      </button>
    </div>
  );
}

export function Time({ round }: { round: Kept<RoundSeen> }) {
  const left = timeLeft(round);
  if (!left) return <span class="chip">{t("dicht")}</span>;
  return (
    <span class="timer" data-state={left.state} role="timer">
      {left.state === "over" ? t("Tijd om") : clockTime(left.ms)}
    </span>
  );
}

/** Who or what the room looks at, one by one. */
export function Focus({ round }: { round: Kept<RoundSeen> }) {
  if (turns(round).length === 0 || round.status === "planned") return null;
  const speaking = speakingTime(round);
  return (
    <div class="now-focus">
      <p>
        {t("Op het scherm: %(what)s", { what: focusName(round) || t("het overzicht") })}
        {speaking && <b> {speaking.state === "over" ? t("tijd om") : clockTime(speaking.ms)}</b>}
      </p>
      <div class="now-buttons">
        <button type="button" class="button" data-kind="outline" data-quick onClick={() => focus(-1)}>
          {t("Vorige")}
        </button>
        <button type="button" class="button" data-kind="outline" data-quick onClick={() => focus(1)}>
          {t("Volgende")}
        </button>
      </div>
    </div>
  );
}
