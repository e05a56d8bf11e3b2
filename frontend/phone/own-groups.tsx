/** The way to the page of one's own working groups: who is in them, and getting out. */

import { boot } from "../lib/boot";
import { t } from "../lib/i18n";
import { own } from "../lib/store";

export const ToOwnGroups = () =>
  Object.keys(own("signups").value).length > 0 ? (
    <p>
      <a class="button" data-kind="quiet" href={`/${boot.code}/mijn-groepen`}>
        {t("Jouw groepen: wie je bereikt en hoe")}
      </a>
    </p>
  ) : null;
