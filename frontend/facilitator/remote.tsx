/** What one does most, within reach of a thumb: the time, the turns, and the next step. */

import { currentRound } from "../lib/store";
import { t } from "../lib/i18n";
import { Clock, Focus, StepButton, Time } from "./now";

export function Remote() {
  const round = currentRound.value;
  return (
    <section class="remote" aria-label={t("Nu")}>
      {round && (
        <>
          <div class="remote-time">
            <Time round={round} />
            <Clock round={round} />
          </div>
          <Focus round={round} />
        </>
      )}
      <StepButton />
    </section>
  );
}
