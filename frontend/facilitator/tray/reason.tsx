/** The reason of a guest's objection, as who leads writes it down. */

import { LONGEST } from "../../control/hands";
import { t } from "../../lib/i18n";

interface ReasonProps {
  readonly reason: string;
  readonly write: (reason: string) => void;
  readonly save: () => void;
}

/** An objection is not sent without its reason. */
export const Reason = ({ reason, write, save }: ReasonProps) => (
  <div class="field">
    <label>
      {t("Wat is het bezwaar?")}
      <input class="input" maxLength={LONGEST} value={reason} onInput={(event) => write(event.currentTarget.value)} />
    </label>
    <button type="button" class="button" data-kind="outline" disabled={!reason.trim()} onClick={save}>
      {t("Bewaar het bezwaar")}
    </button>
  </div>
);
