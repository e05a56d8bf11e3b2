/** One card: to fill with one's table, or to read. */

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../../lib/i18n";
import { dismiss, refusals, send } from "../../../lib/outbox";
import { CARD_FIELDS, cardFieldWord } from "../../../lib/words";
import { draft } from "../../../lib/draft";
import { Dock } from "../../parts";
import { SavedField, Unsent } from "../../../lib/saved-field";
import { FoldedQuotes } from "../../themes";
import type { RoundProps } from "..";
import { type CardNow, type Field, fieldMoves, isOurs, LONGEST, myTable } from "./cards";
import { useHolding } from "./holding";
import { go } from "./place";

interface CardProps extends RoundProps {
  readonly card: CardNow;
  readonly take: (theme: string) => void;
  /** Who tells the room something now. At the bottom, where it moves nothing one is writing in. */
  readonly telling: ComponentChildren;
}

export function OneCard({ round, open, card, take, telling }: CardProps) {
  const ours = isOurs(card) && round.status !== "closed";
  return (
    <>
      {!ours && telling}
      <FoldedQuotes theme={card.theme} />
      {ours ? (
        CARD_FIELDS.map((field) => <FieldOf key={field} round={round.id} open={open} card={card} field={field} />)
      ) : (
        <Read card={card} mine={isOurs(card)} />
      )}
      {ours && <Others />}
      {ours ? telling && <Dock>{telling}</Dock> : <Ways open={open} free={myTable() > 0 && card.table === 0} take={() => take(card.theme)} />}
    </>
  );
}

interface FieldProps {
  readonly round: string;
  readonly open: boolean;
  readonly card: CardNow;
  readonly field: Field;
}

function FieldOf({ round, open, card, field }: FieldProps) {
  const holding = useHolding(round, card.id, field);
  useTakeBack(card.id, field);
  return (
    <SavedField
      name={draftName(card.id, field)}
      label={cardFieldWord(field)}
      placeholder={hint(field)}
      text={card.texts[field]}
      longest={LONGEST}
      moving={fieldMoves(card.id, field)}
      open={open}
      save={(text) => send("card.write", { round, card: card.id, field, text, base: card.texts[field] })}
      taken={holding.writer && <span class="writing-now">{t("%(name)s schrijft hier nu", { name: holding.writer })}</span>}
      onEnter={holding.enter}
      onType={holding.type}
      onLeave={holding.leave}
    />
  );
}

const draftName = (card: string, field: Field): string => `card ${card} ${field}`;

const TAKEN_BACK = new Set(["card.held", "text.changed_since"]);

/** Somebody else was writing there, or did: one's text goes back to its field, to see to. */
function useTakeBack(card: string, field: Field): void {
  const no = refusals.value.find(
    ({ kind, data, problem }) =>
      kind === "card.write" && data["card"] === card && data["field"] === field && TAKEN_BACK.has(problem?.code ?? ""),
  );
  useEffect(() => {
    if (!no) return;
    draft(draftName(card, field)).value = String(no.data["text"]);
    dismiss(no.id);
  }, [no?.id]);
}

const hint = (field: Field): string =>
  ({
    what: t("In één zin: wat komt er?"),
    why: t("Wat wordt er beter van?"),
    first_step: t("Wie doet wat, en wanneer?"),
    who: t("Namen, initiatieven, mensen van buiten"),
    needs: t("Geld, tijd, kennis, een plek"),
  })[field];

function Read({ card, mine }: { card: CardNow; mine: boolean }) {
  return (
    <dl class="plan">
      {CARD_FIELDS.map((field) => (
        <div key={field}>
          <dt>{cardFieldWord(field)}</dt>
          <dd class={card.texts[field] ? undefined : "soft"}>
            <bdi>{card.texts[field] || t("nog leeg")}</bdi>
            {mine && <Unsent name={draftName(card.id, field)} text={card.texts[field]} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The way to the other cards, below all there is to write. */
const Others = () => (
  <button type="button" class="button" data-kind="quiet" data-wide onClick={() => go({ at: "all" })}>
    {t("Bekijk alle kaarten")}
  </button>
);

function Ways({ open, free, take }: { open: boolean; free: boolean; take: () => void }) {
  return (
    <Dock>
      <div class="dock-row">
        <button type="button" class="button" data-kind="quiet" onClick={() => go({ at: "all" })}>
          {t("Alle kaarten")}
        </button>
        {open && free && (
          <button type="button" class="button" onClick={take}>
            {t("Werk dit uit")}
          </button>
        )}
      </div>
    </Dock>
  );
}
