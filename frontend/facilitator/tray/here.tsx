/** Who is here by initiative, in words; it changes without being read aloud. */

import { headcountWord } from "../../control/here";
import { colourOf, Mark } from "../../control/mark";
import { presence } from "../../lib/connection";
import { t } from "../../lib/i18n";
import { initiative } from "../../lib/store";
import { Fold } from "./fold";

export function Here() {
  const now = presence.value;
  if (!now) return null;
  const name = (id: string) => initiative(id)?.name ?? t("Zonder initiatief");
  const rows = Object.entries(now.initiatives).sort(([a], [b]) => name(a).localeCompare(name(b)));
  return (
    <Fold title={t("Wie er nu zijn")} count={now.here}>
      <ul role="list" class="heard-rows">
        {rows.map(([id, of]) => (
          <li key={id} data-initiative={colourOf(initiative(id) ?? {})}>
            <Mark of={initiative(id)} />
            <span>{name(id)}</span>
            <span class="soft">{headcountWord(of)}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
