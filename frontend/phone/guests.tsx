/** What a helper finds above a round: for whom they fill it in, a show of hands, and letting guests in. */

import { useState } from "preact/hooks";
import { AddGuests, GuestPicker } from "../control/guests";
import { Hands } from "../control/hands";
import { t } from "../lib/i18n";
import { type Kept, me } from "../lib/store";
import type { RoundSeen } from "../lib/wire";
import { Problem, useAsking } from "./asking";

const KINDS: ReadonlySet<string> = new Set(["ideas", "dots", "poll", "ballot"]);

/** Whether there is something to fill in for a guest; placing by hand is of nobody in particular. */
const asksGuests = ({ kind, settings }: Kept<RoundSeen>): boolean =>
  KINDS.has(kind) || (kind === "clustering" && (settings as { together?: boolean }).together === true);

export function Guests({ round }: { round: Kept<RoundSeen> }) {
  const [last, setLast] = useState({ id: "", label: "" });
  const { ask, problem } = useAsking();
  if (!me.value?.helper || !asksGuests(round)) return null;
  const give = (kind: string, data: object, label: string) => setLast({ id: ask(kind, data), label });
  const undo = () => {
    ask("undo", { command: last.id });
    setLast({ id: "", label: "" });
  };
  return (
    <section class="card stack guests" aria-label={t("Gasten zonder telefoon")}>
      <GuestPicker self={t("Voor mezelf")} />
      <Hands round={round} ask={give} />
      <details>
        <summary>{t("Gasten erbij")}</summary>
        <AddGuests ask={give} />
      </details>
      <Problem of={problem} />
      {last.id && !problem && (
        <button type="button" class="button" data-kind="quiet" onClick={undo}>
          {t("Maak ongedaan: %(what)s", { what: last.label })}
        </button>
      )}
    </section>
  );
}
