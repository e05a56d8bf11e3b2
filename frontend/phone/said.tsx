/** What a screen reader says by itself: that a round was closed or its results are shown, and that
 *  time is nearly up. What others do is not said, nor what one did oneself. */

import { useEffect, useState } from "preact/hooks";
import { t } from "../lib/i18n";
import { currentRound, type Kept, picture } from "../lib/store";
import { timeLeft } from "../lib/timer";
import type { RoundSeen } from "../lib/wire";
import { screenOf } from "./rounds/screens";

export function Said() {
  const round = currentRound.value;
  return (
    <div class="visually-hidden">
      <p role="status">{round && <Turn key={round.id} round={round} />}</p>
      <p role="status">{round && timeWord(round)}</p>
    </div>
  );
}

/** What is asked now, each time the round comes at another point; where it began, the heading says it. */
function Turn({ round }: { round: Kept<RoundSeen> }) {
  const point = [round.status, round.phase, Boolean(picture<{ results?: unknown }>(round.id)?.results)].join();
  const [began] = useState(point);
  const [words, say] = useState("");
  useEffect(() => {
    const screen = screenOf(round.kind);
    if (point !== began || words) say(screen ? `${screen.title(round)}. ${screen.lead(round)}` : "");
  }, [point]);
  return <>{words}</>;
}

function timeWord(round: Kept<RoundSeen>): string {
  const state = timeLeft(round)?.state;
  if (state === "nearly") return t("Nog één minuut");
  return state === "over" ? t("De tijd is om") : "";
}
