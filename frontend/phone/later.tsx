/** The strengthening map once the introductions are over: the way to it, and its page. */

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../lib/i18n";
import { currentRound, me, rounds } from "../lib/store";
import { toHeading } from "./heading";
import { need, screenOf } from "./rounds/screens";

/** Whether one looks at the map while the room does something else. */
export const lookingBack = signal(false);

const introductions = () =>
  rounds.value.find(({ kind, status, phase }) => kind === "introductions" && (status === "closed" || phase === "map"));

export function ToMap({ shut }: { shut: () => void }) {
  const round = introductions();
  const isThere = round?.id === currentRound.value?.id && round?.phase === "map";
  if (!round || isThere || !me.value?.initiative) return null;
  const look = () => {
    lookingBack.value = true;
    shut();
  };
  return (
    <button type="button" class="button" data-kind="outline" data-wide onClick={look}>
      {t("Versterkingskaart")}
    </button>
  );
}

/** The map, with the way back to where the room is. */
export function LookBack() {
  const round = introductions();
  const Later = round && screenOf(round.kind)?.Later;
  useEffect(() => {
    if (round) void need(round.kind);
    toHeading();
  }, [round?.id]);
  return (
    <>
      <header class="asked">
        <h1 tabIndex={-1}>{t("Wie kan wie versterken?")}</h1>
        <p class="soft">{t("Wil je iemand spreken? Pas als de ander dat ook wil, zien jullie elkaars gegevens.")}</p>
      </header>
      {Later ? <Later round={round} /> : <p class="soft">{t("Even geduld …")}</p>}
      <button type="button" class="button" data-wide onClick={() => (lookingBack.value = false)}>
        {t("Terug naar de zaal")}
      </button>
    </>
  );
}
