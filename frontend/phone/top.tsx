/** On top, always: which round, how long, whether all is safe, and who one is. */

import { t } from "../lib/i18n";
import { safety } from "../lib/outbox";
import { currentRound, rounds, workshop } from "../lib/store";
import { speakingTime, timeLeft } from "../lib/timer";
import { shortRound } from "../lib/words";
import { Me } from "./me";

export function Top() {
  const here = rounds.value.findIndex(({ id }) => id === workshop.value?.current);
  return (
    <header class="top">
      <div class="top-line">
        <div>
          <p class="where" aria-live="polite">
            {where(here)}
          </p>
          <AllSafe />
        </div>
        <Time />
        <Me />
      </div>
      <div class="rounds" aria-hidden="true">
        {rounds.value.map((round, n) => (
          <span key={round.id} data-done={n <= here || undefined} />
        ))}
      </div>
    </header>
  );
}

function where(here: number): string {
  const round = rounds.value[here];
  if (workshop.value?.state === "ended") return t("Afgelopen");
  if (!round) return workshop.value?.title ?? "";
  const place = t("%(number)s van %(rounds)s", { number: here + 1, rounds: rounds.value.length });
  return `${round.title || shortRound(round.kind)} · ${place}`;
}

function AllSafe() {
  const words = {
    saved: t("Alles is bewaard"),
    sending: t("Wordt verstuurd …"),
    offline: t("Geen verbinding"),
  };
  return (
    <p class="safety" data-state={safety.value}>
      {words[safety.value]}
    </p>
  );
}

function Time() {
  const round = currentRound.value;
  if (!round || workshop.value?.state === "ended") return null;
  const left = speakingTime(round) ?? timeLeft(round);
  if (!left) return round.status === "closed" ? <span class="timer" data-state="over">{t("dicht")}</span> : null;
  return (
    <span class="timer" data-state={left.state} role="timer" aria-label={t("Nog %(time)s", { time: left.text })}>
      {left.state === "over" ? t("tijd om") : left.text}
    </span>
  );
}
