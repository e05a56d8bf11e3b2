/** Writing down an idea for somebody who takes part without a phone. */

import { useEffect, useState } from "preact/hooks";
import { act } from "../../control/act";
import { PaperNumber } from "../../control/paper";
import { initiatives } from "../../control/room";
import { forVoter, guest } from "../../lib/guest";
import { t } from "../../lib/i18n";
import { refused } from "../../lib/outbox";
import { rounds } from "../../lib/store";

const LONGEST = 280; // characters of an idea

export function GuestIdea() {
  const [text, setText] = useState("");
  const [from, setFrom] = useState("");
  const [paper, setPaper] = useState("");
  const [last, setLast] = useState({ id: "", text: "", paper: "" });
  const no = refused.value?.id === last.id;
  useEffect(() => {
    if (!no) return;
    setText(last.text);
    setPaper(last.paper);
  }, [no]);
  const round = [...rounds.value].reverse().find(({ kind, status }) => kind === "ideas" && status !== "planned");
  if (!round) return <p class="soft">{t("Dit kan zodra het brouwen begonnen is.")}</p>;
  const enter = () => {
    const idea = { round: round.id, text: text.trim(), initiative: guest.value ? "" : from, paper: Number(paper) || 0 };
    setLast({ id: act("idea.add", forVoter(idea), t("Het idee is ingebracht"), guest.value !== ""), text, paper });
    setText("");
    setPaper("");
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
      <PaperNumber number={paper} write={setPaper} />
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
