/** Who one is here: name, initiative, table, and the code to go on with on another phone. */

import { useRef, useState } from "preact/hooks";
import { Mark } from "../control/mark";
import { boot } from "../lib/boot";
import { t } from "../lib/i18n";
import { send } from "../lib/outbox";
import { initiative, me, workshop } from "../lib/store";
import { ToMap } from "./later";

const LONGEST_NAME = 80;

export function Me() {
  const sheet = useRef<HTMLDialogElement>(null);
  if (!me.value) return null;
  const from = initiative(me.value.initiative);
  return (
    <>
      <button
        type="button"
        class="me-button"
        aria-label={[from?.mark, t("Jij: %(name)s", { name: me.value.name || from?.name || "" })].join(", ")}
        aria-haspopup="dialog"
        onClick={() => sheet.current?.showModal()}
      >
        <Mark of={from} />
      </button>
      <dialog ref={sheet} class="sheet" aria-labelledby="me-title">
        <div class="stack">
          <h2 id="me-title">{me.value.name || t("Jij")}</h2>
          {from && (
            <p>
              <Mark of={from} /> <bdi>{from.name}</bdi>
            </p>
          )}
          {!workshop.value?.anonymous && <Name />}
          <Table />
          <ToMap shut={() => sheet.current?.close()} />
          <AnotherPhone />
          <p>
            <a class="button" data-kind="quiet" href={`/${boot.code}/over-mij`}>
              {t("Wat we van je weten")}
            </a>
          </p>
          <Language />
          <form method="dialog">
            <button class="button" data-wide>
              {t("Klaar")}
            </button>
          </form>
        </div>
      </dialog>
    </>
  );
}

function Name() {
  const [name, setName] = useState(me.value?.name ?? "");
  const save = () => name.trim() !== me.value?.name && send("participant.rename", { name: name.trim() });
  return (
    <label class="field">
      <span class="label">{t("Je naam")}</span>
      <input class="input" maxLength={LONGEST_NAME} value={name} onInput={(event) => setName(event.currentTarget.value)} onBlur={save} />
    </label>
  );
}

function Table() {
  const tables = workshop.value?.tables ?? 0;
  if (tables === 0) return null;
  return (
    <label class="field">
      <span class="label">{t("Je tafel")}</span>
      <select class="input" value={me.value?.table} onChange={(event) => send("participant.sit", { table: Number(event.currentTarget.value) })}>
        {Array.from({ length: tables }, (_, n) => (
          <option key={n} value={n + 1}>
            {t("Tafel %(number)s", { number: n + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The personal code, and how to use it. */
function AnotherPhone() {
  const code = me.value?.resume_code;
  if (!code) return null;
  return (
    <div>
      <p class="label">{t("Verder op een ander apparaat")}</p>
      <p class="soft small">{t("Open daar de sessie en vul je persoonlijke code in. Houd hem voor jezelf.")}</p>
      <p class="resume-code">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
    </div>
  );
}

function Language() {
  const other = boot.language === "nl" ? { code: "en", name: "English" } : { code: "nl", name: "Nederlands" };
  return (
    <p>
      <a href={`?lang=${other.code}`} lang={other.code} hreflang={other.code}>
        {other.name}
      </a>
    </p>
  );
}
