/** Everybody in the room, and who may enter ideas for people without a phone. */

import { useState } from "preact/hooks";
import { act } from "../../control/act";
import { participants } from "../../control/room";
import { guestName } from "../../lib/guest";
import { t } from "../../lib/i18n";
import type { ParticipantSeen } from "../../lib/wire";
import { Mark } from "../../control/mark";
import { initiative, type Kept } from "../../lib/store";

const AT_ONCE = 60;

export function Helpers() {
  const [words, setWords] = useState("");
  const found = participants.value
    .filter((one) => `${one.name ?? ""} ${initiative(one.initiative ?? "")?.name ?? ""}`.toLowerCase().includes(words.toLowerCase()))
    .sort((a, b) => Number(b.helper ?? false) - Number(a.helper ?? false));
  return (
    <>
      <p class="soft">{t("Een helper vult ideeën en stemmen in voor gasten zonder telefoon.")}</p>
      <label class="field">
        <span>{t("Zoek iemand")}</span>
        <input class="input" type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <ul role="list" class="rows">
        {found.slice(0, AT_ONCE).map((one) => (
          <Person key={one.id} one={one} />
        ))}
      </ul>
    </>
  );
}

function Person({ one }: { one: Kept<ParticipantSeen> }) {
  const name = one.guest ? guestName(one) : one.name || t("zonder naam");
  const turn = (helper: boolean) =>
    act(
      "participant.help",
      { participant: one.id, helper },
      helper ? t("%(name)s is helper", { name }) : t("%(name)s is geen helper meer", { name }),
    );
  return (
    <li>
      <p>
        <Mark of={initiative(one.initiative ?? "")} /> {name}
        {one.table ? <span class="soft"> · {t("tafel %(number)s", { number: one.table })}</span> : null}
        {one.guest && <span class="soft"> · {t("zonder telefoon")}</span>}
      </p>
      {!one.guest && (
        <label class="choice" data-kind="join">
          <input type="checkbox" checked={one.helper ?? false} onChange={(event) => turn(event.currentTarget.checked)} />
          {t("helper")}
        </label>
      )}
    </li>
  );
}
