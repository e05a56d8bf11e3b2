/** Starting a working group for a theme that is not carried but has people who want to begin. */

import { act } from "../../control/act";
import { theme, themes } from "../../control/room";
import { nt, t } from "../../lib/i18n";
import { vanguardWord } from "../../lib/words";
import { currentRound, list } from "../../lib/store";

export function Groups() {
  const round = currentRound.value;
  if (!round) return null;
  const groups = list("groups").value.filter((group) => group.round === round.id);
  const signups = list("signups").value;
  const rest = themes.value.filter(({ id }) => !groups.some((group) => group.theme === id));
  return (
    <>
      <ul role="list" class="rows">
        {groups.map((group) => {
          const inside = signups.filter((one) => one.group === group.id);
          const lead = inside.some(({ role }) => role === "lead");
          return (
            <li key={group.id}>
              <p>
                <b>{theme(group.theme)?.name}</b>
                {group.vanguard && ` · ${vanguardWord()}`}
                <span class="soft">
                  {" · "}
                  {inside.length > 0 ? nt("%(num)s aanmelding", "%(num)s aanmeldingen", inside.length) : t("nog niemand")}
                  {lead ? "" : ` · ${t("nog geen trekker")}`}
                </span>
              </p>
              <button type="button" class="button" data-kind="outline" onClick={() => act("group.stop", { round: round.id, group: group.id }, t("Een werkgroep is gestopt"))}>
                {t("Stop")}
              </button>
            </li>
          );
        })}
      </ul>
      {rest.length > 0 && <h3>{t("Begin een werkgroep voor")}</h3>}
      <div class="now-buttons">
        {rest.map(({ id, name }) => (
          <button key={id} type="button" class="button" data-kind="outline" onClick={() => act("group.start", { round: round.id, theme: id }, t("Werkgroep begonnen: %(name)s", { name }))}>
            {name}
          </button>
        ))}
      </div>
    </>
  );
}
