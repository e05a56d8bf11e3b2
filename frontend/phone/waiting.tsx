/** Waiting is a screen too: that one is in, who else is, and what comes. */

import { boot } from "../lib/boot";
import { t } from "../lib/i18n";
import { roundName } from "../lib/rounds";
import { initiative, list, me, rounds, workshop } from "../lib/store";
import { people } from "../lib/words";

export function Waiting() {
  const name = me.value?.name;
  const first = rounds.value.find(({ status }) => status === "planned");
  const from = initiative(me.value?.initiative ?? "");
  return (
    <div class="calm">
      <h1 tabIndex={-1}>{name ? t("Fijn dat je er bent, %(name)s", { name }) : t("Fijn dat je er bent")}</h1>
      <p class="question">{workshop.value?.question ?? boot.question}</p>
      <p class="soft">
        {t("%(people)s binnen.", { people: people(list("participants").value.length) })}{" "}
        {from && t("Je hoort bij %(initiative)s.", { initiative: from.name })}{" "}
        {Boolean(me.value?.table) && t("Je zit aan tafel %(number)s.", { number: me.value?.table ?? 0 })}
      </p>
      {first && <p class="soft">{t("Straks begint: %(round)s", { round: roundName(first.kind, first.title) })}</p>}
      <p class="soft">{t("Je hoeft nu niets te doen. Leg je telefoon gerust even weg.")}</p>
    </div>
  );
}
