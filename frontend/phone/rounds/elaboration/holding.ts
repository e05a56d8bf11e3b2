/** Holding a field of a card while one writes in it, so that nobody's sentence is lost under another's. */

import { useEffect, useRef } from "preact/hooks";
import { second, serverNow } from "../../../lib/clock";
import { connectionState } from "../../../lib/connection";
import { t } from "../../../lib/i18n";
import { refused, send } from "../../../lib/outbox";
import { entity, me } from "../../../lib/store";
import { draft } from "../../../lib/draft";
import type { Field } from "./cards";

const RENEW = 20_000; // ms of writing after which one says again that one writes

export function useHolding(round: string, card: string, field: Field) {
  const hold = entity("holds", `${card}:${field}`);
  const told = draft(`hold ${card} ${field}`); // the id of the command with which this phone holds it, also after a reload
  const at = useRef(0);
  const writing = useRef(false);
  const tell = (on: boolean) => {
    writing.current = on;
    // Without a line it says nothing: by the time it got there it would be old news.
    if (connectionState.peek() !== "online" || (!on && !told.value)) return;
    const id = send("card.hold", { round, card, field, on });
    if (on) told.value = id;
    at.current = performance.now();
  };
  useEffect(() => {
    if (!hold && !writing.current) told.value = "";
  }, [hold]);
  const last = useRef(tell);
  last.current = tell;
  useEffect(() => () => (writing.current ? last.current(false) : undefined), []);

  if (hold) void second.value; // it runs out by itself
  // In an anonymous session the server does not say whose a hold is; this phone knows its own.
  const mine = hold?.participant ? hold.participant === me.value?.id : told.value !== "" && refused.value?.id !== told.value;
  const other = hold && !mine && hold.until > serverNow() ? hold : undefined;
  return {
    /** Who else is writing here now; nothing when nobody is. */
    writer: other && (entity("participants", other.participant ?? "")?.name || t("Iemand")),
    enter: () => !other && tell(true),
    type: () => performance.now() - at.current > RENEW && tell(true),
    leave: () => writing.current && tell(false),
  };
}
