/** The phone: where we are on top, what is asked in the middle, the action at the bottom. */

import { useEffect } from "preact/hooks";
import { boot } from "../lib/boot";
import { connectionState } from "../lib/connection";
import { guest } from "../lib/guest";
import { t } from "../lib/i18n";
import { roundName } from "../lib/rounds";
import { currentRound, type Kept, workshop } from "../lib/store";
import type { RoundSeen } from "../lib/wire";
import { Ended } from "./ended";
import { Guests } from "./guests";
import { useHeading } from "./heading";
import { LookBack, lookingBack } from "./later";
import { Leftovers } from "./leftovers";
import { isKnown, isMissing, need, screenOf } from "./rounds/screens";
import { Said } from "./said";
import { Top } from "./top";
import { Waiting } from "./waiting";

export function Page() {
  const round = currentRound.value;
  const question = workshop.value?.question ?? boot.question;
  useEffect(() => {
    document.title = round ? `${roundName(round.kind, round.title)} · ${question}` : question;
  }, [round?.id, question]);
  if (connectionState.value === "ended") return <Gone />;
  return (
    <div class="phone">
      <Top />
      <div role="status">
        {connectionState.value === "offline" && (
          <p class="offline">{t("Geen verbinding. We bewaren het hier en sturen het zo op.")}</p>
        )}
      </div>
      <div role="status">
        {workshop.value?.message && <p class="notice message">{workshop.value.message}</p>}
      </div>
      <Said />
      <main class="main">
        <Leftovers />
        <Scene />
      </main>
    </div>
  );
}

function Scene() {
  return workshop.value ? <Place /> : <p class="calm soft">{t("Even geduld …")}</p>;
}

function Place() {
  useHeading(place(), isThere());
  if (lookingBack.value) return <LookBack />;
  if (workshop.value?.state === "ended") return <Ended />;
  const round = currentRound.value;
  return round ? <Round key={round.id} round={round} /> : <Waiting />;
}

/** What the page is about, as a whole. */
function place(): string {
  if (lookingBack.value) return "map";
  return workshop.value?.state === "ended" ? "ended" : (currentRound.value?.id ?? "");
}

/** Whether the round's screen has come in, where one is needed. */
function isThere(): boolean {
  const kind = currentRound.value?.kind;
  return !kind || !isKnown(kind) || screenOf(kind) !== undefined;
}

function Round({ round }: { round: Kept<RoundSeen> }) {
  const screen = screenOf(round.kind);
  if (!isKnown(round.kind)) return <Waiting />;
  if (!screen) return <Coming kind={round.kind} />;
  const above = screen.above?.(round);
  const lead = round.status === "paused" ? paused() : screen.lead(round);
  return (
    <>
      <header class="asked">
        {above && <p class="label soft">{above}</p>}
        <h1 tabIndex={-1}>{screen.title(round)}</h1>
        {lead && <p class="soft">{lead}</p>}
      </header>
      {round.status === "open" && <Guests round={round} />}
      <screen.View key={guest.value} round={round} open={round.status === "open"} />
    </>
  );
}

/** The round's screen is on its way; until then the page looks as it did when it opened. */
function Coming({ kind }: { kind: string }) {
  useEffect(() => void need(kind), [kind]);
  return (
    <p class="calm soft" role="status">
      {isMissing(kind) ? t("Dit scherm komt zodra er weer verbinding is. Wat je deed, is bewaard.") : t("Even geduld …")}
    </p>
  );
}

const paused = (): string => t("De ronde staat even stil. Wat je schreef, is bewaard. We gaan zo verder.");

function Gone() {
  return (
    <main class="main calm">
      <h1>{t("Je bent hier niet meer aangemeld")}</h1>
      <a class="button" href={`/${boot.code}`}>
        {t("Doe opnieuw mee")}
      </a>
    </main>
  );
}
