/** The facilitator's controls at the bottom edge; they come up with the mouse, Tab or the space bar. */

import { useEffect, useRef, useState } from "preact/hooks";
import { act } from "../control/act";
import { ACTIONS, type Action, keyWord } from "../control/actions";
import { lineWord } from "../control/line";
import { drawer, notice, opened, picked, raiseDrawer } from "../control/screen";
import { canUnveil } from "../control/unveil";
import { t } from "../lib/i18n";
import { workshop } from "../lib/store";

const ON_THE_SHELF = ["pause", "extend", "close", "reopen", "veil", "reveal", "map", "unfocus", "focus", "spotlight", "hide", "message", "back", "undo", "keys"];

export function Drawer() {
  const up = drawer.value;
  return (
    <div class="drawer-edge">
      <Notice />
      <section
        class="drawer"
        data-theme="light"
        data-up={up || undefined}
        aria-label={t("Knoppen voor de begeleider")}
        onFocusIn={raiseDrawer}
      >
        {opened.value === "message" ? <MessageField /> : <Shelf />}
      </section>
    </div>
  );
}

function Shelf() {
  const step = ACTIONS.find(({ name }) => name === "step");
  const shelf = ON_THE_SHELF.flatMap((name) => ACTIONS.find((action) => action.name === name) ?? []);
  return (
    <div class="shelf" role="toolbar" aria-label={t("Wat je nu kunt doen")}>
      {step && <ActionButton action={step} main />}
      {shelf
        .filter(({ name, can }) => can() && (name !== "reveal" || canUnveil()))
        .map((action) => (
          <ActionButton key={action.name} action={action} />
        ))}
    </div>
  );
}

function ActionButton({ action, main = false }: { action: Action; main?: boolean }) {
  return (
    <button
      type="button"
      class="button"
      data-kind={main ? undefined : "quiet"}
      disabled={!action.can()}
      onClick={action.run}
      aria-keyshortcuts={action.keys[0]}
    >
      <span>{action.label()}</span>
      <kbd aria-hidden="true">{keyWord(action.keys[0] ?? "")}</kbd>
    </button>
  );
}

/** One line to all phones and to this screen. An empty one takes it away. */
function MessageField() {
  const [text, setText] = useState(workshop.value?.message ?? "");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const close = () => (opened.value = "");
  const show = (words: string) => {
    act("message.show", { text: words }, words ? t("Het bericht staat op alle schermen") : t("Het bericht is weg"));
    close();
  };
  return (
    <form
      class="message-form"
      onSubmit={(event) => {
        event.preventDefault();
        show(text.trim());
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <label for="message-text">{t("Bericht aan iedereen")}</label>
      <input
        ref={field}
        id="message-text"
        class="input"
        maxLength={280}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button class="button">{t("Toon")}</button>
      {workshop.value?.message && (
        <button type="button" class="button" data-kind="outline" onClick={() => show("")}>
          {t("Haal weg")}
        </button>
      )}
      <button type="button" class="button" data-kind="quiet" onClick={close}>
        {t("Sluit")}
      </button>
    </form>
  );
}

/** What just happened, with the key to turn it back; or why something could not be done. Without a
 *  line only that: what one does then is not done yet. */
function Notice() {
  const undo = ACTIONS.find(({ name }) => name === "undo");
  const line = lineWord();
  const pick =
    picked.value && opened.value !== "move" ? t("Wijs aan met de pijlen. Enter zet groot, h verbergt, Esc stopt.") : "";
  const text = line || pick || notice.value?.text;
  return (
    <div class="edge-notice" role="status" data-theme="light" data-up={text ? "" : undefined}>
      {text}
      {notice.value?.undo && !line && (
        <button type="button" class="button" data-kind="quiet" onClick={undo?.run}>
          {t("Maak ongedaan")} <kbd aria-hidden="true">u</kbd>
        </button>
      )}
    </div>
  );
}
