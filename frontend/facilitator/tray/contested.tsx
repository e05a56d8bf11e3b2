/** Ideas on which the room does not agree where they belong: who leads decides, or asks the room. */

import { moveIdea, spotlight } from "../../control/deeds";
import { colourOf } from "../../control/mark";
import { theme, themes } from "../../control/room";
import { contested, type Contested as Dispute } from "../../control/sorting";
import { nt, t } from "../../lib/i18n";
import { currentRound, workshop } from "../../lib/store";
import { Fold } from "./fold";
import { Row } from "./ideas";

export function Contested() {
  const all = contested.value;
  const round = currentRound.value;
  if (!round || all.length === 0) return null;
  return (
    <Fold title={t("Hierover verschillen de meningen")} count={all.length} open urgent>
      <p class="soft">{t("Genoeg mensen zeiden waar dit bij hoort, en ze zijn het niet eens. Kies zelf, of vraag het de zaal.")}</p>
      <ul role="list" class="rows">
        {all.map((dispute) => (
          <Choice key={dispute.idea.id} round={round.id} of={dispute} />
        ))}
      </ul>
    </Fold>
  );
}

function Choice({ round, of: { idea, chosen } }: { round: string; of: Dispute }) {
  const large = workshop.value?.spotlight === idea.id;
  return (
    <Row idea={idea}>
      {Object.entries(chosen).map(([id, people]) => (
        <button key={id} type="button" class="button" data-kind="outline" data-colour={colourOf(theme(id) ?? {})} onClick={() => moveIdea(round, idea.id, id)}>
          {theme(id)?.name} · {nt("%(num)s mens", "%(num)s mensen", people)}
        </button>
      ))}
      <select class="input" aria-label={t("Een ander thema")} value="" onChange={(event) => moveIdea(round, idea.id, event.currentTarget.value)}>
        <option value="">{t("Een ander thema")}</option>
        {themes.value
          .filter(({ id }) => !(id in chosen))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
      <button type="button" class="button" data-kind="quiet" aria-pressed={large} onClick={() => spotlight(large ? "" : idea.id)}>
        {large ? t("Niet meer groot") : t("Zet groot")}
      </button>
    </Row>
  );
}
