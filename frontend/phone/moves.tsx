/** Back and on through the themes of a vote. Who has seen all and came to change one goes back to all. */

import { t } from "../lib/i18n";
import { OVERVIEW, wentThrough } from "./walk";

interface MovesProps {
  readonly round: string;
  readonly all: readonly { readonly id: string }[];
  /** Where one is. */
  readonly at: string;
  /** Whether one gave an answer there: until then that is the next thing to do, and not to go on. */
  readonly answered: boolean;
  readonly leave: (to: string) => void;
}

export function Moves({ round, all, at, answered, leave }: MovesProps) {
  const here = all.findIndex(({ id }) => id === at);
  const before = all[here - 1];
  const next = all[here + 1];
  return (
    <div class="moves">
      {before && !wentThrough(round) && (
        <button type="button" class="button" data-kind="outline" onClick={() => leave(before.id)}>
          {t("Terug")}
        </button>
      )}
      {wentThrough(round) ? (
        <button type="button" class="button" onClick={() => leave(OVERVIEW)}>
          {t("Terug naar je antwoorden")}
        </button>
      ) : (
        <button type="button" class="button" data-kind={answered ? undefined : "outline"} onClick={() => leave(next?.id ?? OVERVIEW)}>
          {next ? t("Volgende") : t("Overzicht")}
        </button>
      )}
    </div>
  );
}
