/** The list of keys, over the picture, from the same table that the keys use. */

import { useEffect, useRef } from "preact/hooks";
import { ACTIONS, keyWord } from "../control/actions";
import { opened } from "../control/screen";
import { t } from "../lib/i18n";

export function KeysOverlay() {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <section class="keys" aria-labelledby="keys-title" data-theme="light">
      <h2 id="keys-title">{t("Toetsen")}</h2>
      <dl>
        {ACTIONS.map((action) => (
          <div key={action.name} data-off={!action.can() || undefined}>
            <dt>
              <kbd>{keyWord(action.keys[0] ?? "")}</kbd>
            </dt>
            <dd>{action.label()}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>←</kbd> <kbd>→</kbd>
          </dt>
          <dd>{t("Wijs een idee aan, na %(key)s", { key: "s" })}</dd>
        </div>
      </dl>
      <button ref={close} class="button" data-kind="outline" onClick={() => (opened.value = "")}>
        {t("Sluit deze lijst")}
      </button>
    </section>
  );
}
