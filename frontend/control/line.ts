/** How the line of a screen that leads is, in words; nothing while it is well. */

import { connectionState, shownOut } from "../lib/connection";
import { t } from "../lib/i18n";

export function lineWord(): string {
  if (connectionState.value === "ended") {
    return shownOut.value?.message || t("Deze link werkt niet meer. Vraag de organisator om een nieuwe.");
  }
  return connectionState.value === "offline" ? t("Geen verbinding. We bewaren het hier en sturen het zo op.") : "";
}
