/** Who has not been heard yet, by initiative: who voted or wrote, or whose card is still empty. */

import { t } from "../../lib/i18n";
import type { RoundSeen, Turnout } from "../../lib/wire";
import { colourOf, Mark } from "../../control/mark";
import { headcount, initiatives } from "../../control/room";
import { Fold } from "./fold";
import { currentRound, initiative, type Kept, list, picture } from "../../lib/store";

export function Unheard() {
  const round = currentRound.value;
  if (round?.kind === "introductions") return <EmptyCards round={round} />;
  const turnout = round && picture<{ turnout?: Turnout }>(round.id)?.turnout;
  if (!round || !turnout) return null;
  const rows = Object.entries(turnout.initiatives as Record<string, readonly number[]>)
    .map(([id, [voted = 0, people = 0]]) => ({ id, voted, people }))
    .sort((a, b) => a.voted / a.people - b.voted / b.people);
  const counted = { voted: turnout.voted, people: turnout.people };
  const title = round.kind === "ideas" ? t("Schreef iets: %(voted)s van %(people)s", counted) : t("Opkomst: %(voted)s van %(people)s", counted);
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

/** The initiatives with people here of whom nothing stands on their card. */
function EmptyCards({ round }: { round: Kept<RoundSeen> }) {
  const written = new Set(
    [...list("introductions").value, ...list("points").value].filter((it) => it.round === round.id).map((it) => it.initiative),
  );
  const here = initiatives.value.filter(({ id }) => headcount.value.has(id));
  const empty = here.filter(({ id }) => !written.has(id));
  if (here.length === 0 || round.status === "planned") return null;
  const title = t("Op de kaart: %(written)s van %(all)s initiatieven", { written: here.length - empty.length, all: here.length });
  return (
    <Fold title={title} open={round.status === "open" && empty.length > 0}>
      {empty.length === 0 ? (
        <p class="soft">{t("Elk initiatief schreef iets.")}</p>
      ) : (
        <ul role="list" class="heard-rows">
          {empty.map((it) => (
            <li key={it.id} data-initiative={colourOf(it)}>
              <Mark of={it} />
              <span>{it.name}</span>
              <span class="soft">{t("nog niets")}</span>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
