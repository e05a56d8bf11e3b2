/** The tray: what asks for a decision on top, then everything one may need in a moment. */

import { ideas, participants, themes } from "../../control/room";
import { guests } from "../../lib/guest";
import { t } from "../../lib/i18n";
import { AllIdeas, Hidden, Parked } from "./ideas";
import { Groups } from "./groups";
import { Guests } from "./guests";
import { Here } from "./here";
import { Helpers } from "./helpers";
import { Message } from "./message";
import { SortingHelp } from "./proposal";
import { Amendments } from "./amendments";
import { Contested } from "./contested";
import { Duplicates } from "./duplicates";
import { Fold } from "./fold";
import { Slate } from "./slate";
import { Matches } from "./matches";
import { Themes } from "./themes";
import { Unheard } from "./unheard";
import { currentRound } from "../../lib/store";

export function Tray() {
  const kind = currentRound.value?.kind ?? "";
  const seen = ideas.value.filter((idea) => !idea.hidden && !idea.parked);
  return (
    <section class="tray" aria-labelledby="tray-title">
      <h2 id="tray-title">{t("Bij de hand")}</h2>
      <Contested />
      <Slate />
      <SortingHelp />
      <Parked />
      <Duplicates />
      <Matches />
      <Unheard />
      <Here />
      <Fold title={t("Bericht aan iedereen")}>
        <Message />
      </Fold>
      <Fold title={t("Gasten zonder telefoon")} count={guests.value.length} open={kind === "ideas"}>
        <Guests />
      </Fold>
      {(themes.value.length > 0 || kind === "clustering") && (
        <Fold title={t("Thema’s")} count={themes.value.length} open={kind === "clustering"}>
          <Themes />
        </Fold>
      )}
      {kind === "ballot" && <Amendments />}
      {kind === "workgroups" && (
        <Fold title={t("Werkgroepen")} open>
          <Groups />
        </Fold>
      )}
      <Fold title={t("Alle ideeën")} count={seen.length}>
        <AllIdeas />
      </Fold>
      <Hidden />
      <Fold title={t("Mensen en helpers")} count={participants.value.length}>
        <Helpers />
      </Fold>
    </section>
  );
}
