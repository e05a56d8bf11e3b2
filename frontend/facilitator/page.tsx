/** The facilitator's own page: the run sheet, what needs a decision, and undo always at hand. */

import { useEffect } from "preact/hooks";
import { undo, undoWord } from "../control/act";
import { hereWord } from "../control/here";
import { lineWord } from "../control/line";
import { participants } from "../control/room";
import { notice } from "../control/screen";
import { boot } from "../lib/boot";
import { connectionState } from "../lib/connection";
import { t } from "../lib/i18n";
import { people } from "../lib/words";
import { handheld } from "./handheld";
import { Remote } from "./remote";
import { RunSheet } from "./run-sheet";
import { Tray } from "./tray";
import { rounds, workshop } from "../lib/store";

export function Page() {
  const question = workshop.value?.question ?? boot.question;
  useEffect(() => {
    document.title = `${boot.code} · ${question}`;
  }, [question]);
  if (connectionState.value === "ended") {
    return (
      <main class="shown-out">
        <div role="alert">
          <h1>{lineWord()}</h1>
        </div>
      </main>
    );
  }
  return (
    <>
      <header class="top">
        <div>
          <p class="soft">
            {boot.code} · {hereWord() || people(participants.value.length)}
          </p>
          <h1>{question}</h1>
        </div>
        <a class="button" data-kind="outline" href={`/${boot.code}/projector`} target="_blank">
          {t("Open het grote scherm")}
        </a>
      </header>
      {rounds.value.length === 0 ? (
        <p class="soft">{t("Even geduld …")}</p>
      ) : (
        <main class="columns">
          <RunSheet />
          <Tray />
        </main>
      )}
      <div class="bottom-bar">
        {handheld.value && workshop.value?.state !== "ended" && <Remote />}
        <UndoBar />
      </div>
    </>
  );
}

/** What just happened or why it could not, whether we are connected, and the way back. */
function UndoBar() {
  return (
    <div class="undo-bar">
      <p role="status">{lineWord() || (notice.value?.text ?? "")}</p>
      <button type="button" class="button" data-kind="outline" onClick={undo}>
        <span>{undoWord()}</span>
      </button>
    </div>
  );
}
