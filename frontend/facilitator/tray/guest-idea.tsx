/** Writing down an idea for somebody who takes part without a phone. */

import { useState } from "preact/hooks";
import { act } from "../../control/act";
import { initiatives } from "../../control/room";
import { forVoter, guest } from "../../lib/guest";
import { t } from "../../lib/i18n";
import { rounds } from "../../lib/store";

const LONGEST = 280; // characters of an idea

export function GuestIdea() {
  const [text, setText] = useState("");
  const [from, setFrom] = useState("");
  const round = [...rounds.value].reverse().find(({ kind, status }) => kind === "ideas" && status !== "planned");
  if (!round) return <p class="soft">{t("Dit kan zodra het brouwen begonnen is.")}</p>;
  const enter = () => {
    act("idea.add", forVoter({ round: round.id, text: text.trim(), initiative: guest.value ? "" : from }), t("Het idee is ingebracht"), guest.value !== "");
    setText("");
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) enter();
      }}
    >
      <label class="field">
        <span>{t("Het idee")}</span>
        <textarea class="input" maxLength={LONGEST} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {!guest.value && <label class="field">
        <span>{t("Van welk initiatief")}</span>
        <select class="input" value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
          <option value="">{t("weet ik niet")}</option>
          {initiatives.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>}
      <button class="button" data-kind="outline" disabled={!text.trim()}>
        {t("Breng in")}
      </button>
    </form>
  );
}
