/** What who leads notes with a round, for themselves: no phone or projector is ever sent it. */

import { t } from "../lib/i18n";
import { asked, onItsWay, send } from "../lib/outbox";
import { roundName } from "../lib/rounds";
import { SavedField } from "../lib/saved-field";
import { entity, type Kept } from "../lib/store";
import type { RoundSeen } from "../lib/wire";

const LONGEST = 1000; // characters, as the server takes them

interface Written {
  readonly round: string;
  readonly text: string;
}

export function Note({ round }: { round: Kept<RoundSeen> }) {
  const coming = asked<Written>("note.write", (it) => it.round === round.id);
  const text = coming?.text ?? entity("notes", round.id)?.text ?? "";
  const name = roundName(round.kind, round.title);
  return (
    <details class="note" data-empty={text ? undefined : ""}>
      <summary>
        <span class="note-text">{text ? `${t("Notitie")}: ${text}` : t("Notitie erbij")}</span>
        <span class="visually-hidden"> ({name})</span>
      </summary>
      <SavedField
        name={`note ${round.id}`}
        label={t("Notitie bij %(round)s, alleen voor wie leidt", { round: name })}
        longest={LONGEST}
        text={text}
        moving={coming !== undefined && onItsWay(round.id)}
        open
        save={(written) => send("note.write", { round: round.id, text: written })}
      />
    </details>
  );
}
