/** One line to all phones and the big screen. */

import { useState } from "preact/hooks";
import { act } from "../../control/act";
import { t } from "../../lib/i18n";
import { workshop } from "../../lib/store";

export function Message() {
  const [text, setText] = useState("");
  const now = workshop.value?.message ?? "";
  const show = (words: string) => {
    act("message.show", { text: words }, words ? t("Het bericht staat op alle schermen") : t("Het bericht is weg"));
    setText("");
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) show(text.trim());
      }}
    >
      {now && (
        <div class="notice">
          <p>{now}</p>
          <button type="button" class="button" data-kind="quiet" onClick={() => show("")}>
            {t("Haal weg")}
          </button>
        </div>
      )}
      <label class="field">
        <span>{t("Wat wil je zeggen?")}</span>
        <input class="input" maxLength={280} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button class="button" data-kind="outline" disabled={!text.trim()}>
        {t("Toon op alle schermen")}
      </button>
    </form>
  );
}
