/** When the afternoon will be over, and what one could do when that is later than it should be. */

import { act } from "../control/act";
import { timeOfDay } from "../control/clock";
import { ahead, expectedEnd, minutesLate, saving, type Saving } from "../control/pace";
import { second, serverNow } from "../lib/clock";
import { nt, t } from "../lib/i18n";
import { roundName } from "../lib/rounds";
import { type Kept, rounds, workshop } from "../lib/store";
import type { RoundSeen } from "../lib/wire";

export function Pace() {
  const it = workshop.value;
  void second.value;
  if (!it?.due) return null;
  const end = expectedEnd(rounds.value, it.current, serverNow());
  const late = minutesLate(it, end);
  return (
    <>
      <p class="soft run-time">
        {late > 0
          ? t("Klaar rond %(end)s, gepland was %(due)s", { end: timeOfDay(end), due: timeOfDay(it.due) })
          : t("Klaar rond %(end)s", { end: timeOfDay(end) })}
      </p>
      {late > 0 && <Late minutes={late} saved={saving(late, ahead(rounds.value, it.current))} />}
    </>
  );
}

function Late({ minutes, saved }: { minutes: number; saved: Saving<Kept<RoundSeen>> | undefined }) {
  return (
    <div class="late">
      <p>
        {nt("Je loopt %(num)s minuut achter.", "Je loopt %(num)s minuten achter.", minutes)}
        {!saved && ` ${t("Zeg de zaal dat het iets later wordt.")}`}
      </p>
      {saved && (
        <button type="button" class="button" data-kind="outline" onClick={() => take(saved)}>
          {nt("Haal %(num)s minuut van %(round)s af", "Haal %(num)s minuten van %(round)s af", saved.minutes, { round: nameOf(saved) })}
        </button>
      )}
    </div>
  );
}

const nameOf = ({ round }: Saving<Kept<RoundSeen>>): string => roundName(round.kind, round.title);

function take(saved: Saving<Kept<RoundSeen>>): void {
  const minutes = saved.round.minutes - saved.minutes;
  act("plan.minutes", { round: saved.round.id, minutes }, t("%(round)s duurt nu %(num)s min", { round: nameOf(saved), num: minutes }));
}
