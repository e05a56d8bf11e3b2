/** What was typed and did not get in: never thrown away, always with a way on. */

import { chooseGuest } from "../lib/guest";
import { t } from "../lib/i18n";
import { dismiss, refusals, type Sent, send, written } from "../lib/outbox";
import { currentRound, rounds, workshop } from "../lib/store";
import { draft } from "../lib/draft";

export function Leftovers() {
  const unsent = rounds.value.filter(
    ({ id, kind }) => kind === "ideas" && id !== workshop.value?.current && draft(ideaDraft(id)).value.trim(),
  );
  if (refusals.value.length === 0 && unsent.length === 0) return null;
  return (
    <section class="leftovers stack" aria-label={t("Nog niet verstuurd")}>
      {refusals.value.map((sent) => (
        <Leftover
          key={sent.id}
          refused
          text={written(sent) ?? ""}
          why={sent.problem?.message ?? ""}
          mends={canBeMended(sent)}
          again={canGoAgain(sent) ? () => goAgain(sent) : undefined}
          drop={() => dismiss(sent.id)}
        />
      ))}
      {unsent.map(({ id }) => (
        <Leftover
          key={id}
          text={draft(ideaDraft(id)).value}
          why={t("Je was nog aan het schrijven toen de ronde dichtging.")}
          again={() => send("idea.add", { round: id, text: draft(ideaDraft(id)).value.trim() })}
          drop={() => (draft(ideaDraft(id)).value = "")}
        />
      ))}
    </section>
  );
}

/** An idea that comes late goes to who leads; anything else goes nowhere once its round is over. */
function canGoAgain({ kind, data }: Sent): boolean {
  const round = rounds.value.find(({ id }) => id === data["round"]);
  return kind === "idea.add" || round?.status !== "closed";
}

/** Whether the number of its card was what was wrong. */
const isOfCard = ({ problem }: Sent): boolean => problem?.code.startsWith("idea.paper") ?? false;

/** Whether that number can be written anew where it was. */
const canBeMended = (sent: Sent): boolean =>
  isOfCard(sent) && sent.data["round"] === currentRound.value?.id && currentRound.value?.status === "open";

/** What is late for that goes without the number. */
function goAgain(sent: Sent): void {
  const { kind, data } = sent;
  if (canBeMended(sent)) mend(data);
  else send(kind, { ...data, base: undefined, ...(isOfCard(sent) && { paper: 0 }) });
}

function mend(data: Sent["data"]): void {
  const round = String(data["round"]);
  chooseGuest(String(data["guest"] ?? ""));
  draft(ideaDraft(round)).value = String(data["text"]);
  draft(paperDraft(round)).value = String(data["paper"]);
}

/** Under what name the idea that is being typed in a round is kept. */
export const ideaDraft = (round: string): string => `idea ${round}`;

/** The same for the number of the card that it stands on. */
export const paperDraft = (round: string): string => `paper ${round}`;

interface LeftoverProps {
  readonly refused?: boolean;
  /** Whether it goes back to where it was written instead. */
  readonly mends?: boolean;
  readonly text: string;
  readonly why: string;
  /** Nothing when sending it again would be in vain. */
  readonly again: (() => void) | undefined;
  readonly drop: () => void;
}

function Leftover({ refused = false, mends = false, text, why, again, drop }: LeftoverProps) {
  return (
    <div class="notice" data-kind={refused ? "against" : undefined} role="status">
      <p>{why}</p>
      {text && <blockquote class="leftover-text">{text}</blockquote>}
      <div class="actions">
        {text && again && (
          <button
            type="button"
            class="button"
            data-kind="outline"
            onClick={() => {
              again();
              drop();
            }}
          >
            {mends ? t("Pas aan") : t("Stuur alsnog")}
          </button>
        )}
        <button type="button" class="button" data-kind="quiet" onClick={drop}>
          {again ? t("Laat maar") : t("Gezien")}
        </button>
      </div>
    </div>
  );
}
