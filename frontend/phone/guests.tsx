/** What a helper finds above a round: for whom they fill it in, and letting guests in. */

import { AddGuests, GuestPicker } from "../control/guests";
import { t } from "../lib/i18n";
import { send } from "../lib/outbox";
import { me } from "../lib/store";

const KINDS: ReadonlySet<string> = new Set(["ideas", "dots", "poll", "ballot"]);

export function Guests({ kind }: { kind: string }) {
  if (!me.value?.helper || !KINDS.has(kind)) return null;
  return (
    <section class="card stack guests" aria-label={t("Gasten zonder telefoon")}>
      <GuestPicker self={t("Voor mezelf")} />
      <details>
        <summary>{t("Gasten erbij")}</summary>
        <AddGuests ask={(asked, data) => send(asked, data)} />
      </details>
    </section>
  );
}
