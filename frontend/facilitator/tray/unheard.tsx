/** Turnout by initiative: who has not been heard yet. */

import { t } from "../../lib/i18n";
import type { Turnout } from "../../lib/wire";
import { colourOf, Mark } from "../../control/mark";
import { Fold } from "./fold";
import { currentRound, initiative, picture } from "../../lib/store";

export function Unheard() {
  const round = currentRound.value;
  const turnout = round && picture<{ turnout?: Turnout }>(round.id)?.turnout;
  if (!round || !turnout) return null;
  const rows = Object.entries(turnout.initiatives as Record<string, readonly number[]>)
    .map(([id, [voted = 0, people = 0]]) => ({ id, voted, people }))
    .sort((a, b) => a.voted / a.people - b.voted / b.people);
  const title = t("Opkomst: %(voted)s van %(people)s", { voted: turnout.voted, people: turnout.people });
  return (
    <Fold title={title} open={round.status === "open"}>
      <ul role="list" class="heard-rows">
        {rows.map(({ id, voted, people }) => (
          <li key={id} data-initiative={colourOf(initiative(id) ?? {})}>
            <Mark of={initiative(id)} />
            <span>{initiative(id)?.name}</span>
            <span class="soft">
              {voted === people ? t("iedereen") : t("%(voted)s van %(people)s", { voted, people })}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
