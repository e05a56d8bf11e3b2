/** Whether what one wrote is safe, and how much still fits. */

import { boot } from "./boot";
import { nt, t } from "./i18n";
import { safety } from "./outbox";

export const NEARLY_FULL = 60; // characters left from which the number is said

export const charactersLeft = (num: number): string => nt("%(num)s teken over", "%(num)s tekens over", num);

/** Whether one thing is safe. moving: it is still on its way. */
export function Safe({ moving }: { moving: boolean }) {
  const state = moving ? (safety.value === "offline" ? "offline" : "sending") : "saved";
  const here = boot.audience === "participant" ? t("Op je telefoon bewaard") : t("Op dit apparaat bewaard");
  return (
    <span class="safety" data-state={state}>
      {{ saved: t("Bewaard"), sending: t("Wordt verstuurd …"), offline: here }[state]}
    </span>
  );
}
