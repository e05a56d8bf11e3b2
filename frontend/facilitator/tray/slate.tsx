/** After the poll: for how many people there is something in the carried themes together. */

import { theme } from "../../control/room";
import { nt, t } from "../../lib/i18n";
import { currentRound, picture } from "../../lib/store";
import type { PollPicture } from "../../lib/wire";
import { Fold } from "./fold";

export function Slate() {
  const slate = picture<PollPicture>(currentRound.value?.id ?? "")?.slate;
  if (!slate) return null;
  const left = slate.people - slate.covered;
  return (
    <Fold title={t("Voor iedereen iets?")} open>
      <p>
        <b>
          {nt("Dit ene gedragen thema:", "Deze %(num)s gedragen thema’s samen:", slate.chosen.length)}{" "}
          {nt(
            "%(num)s van de %(all)s mensen draagt er minstens één van.",
            "%(num)s van de %(all)s mensen dragen er minstens één van.",
            slate.covered,
            { all: slate.people },
          )}
        </b>
      </p>
      {left > 0 && (
        <p>
          {nt(
            "%(num)s mens draagt er geen enkel van. Vraag in de zaal wat er nog mist.",
            "%(num)s mensen dragen er geen enkel van. Vraag in de zaal wat er nog mist.",
            left,
          )}
        </p>
      )}
      {slate.extra.length > 0 && <Proposal {...slate} />}
    </Fold>
  );
}

/** Another set, in which every part of the room has its share. */
function Proposal({ extra, missing }: { extra: readonly string[]; missing: readonly string[] }) {
  return (
    <>
      <p class="soft">
        {t("Als elk deel van de zaal evenveel mag kiezen (Method of Equal Shares), verandert de lijst. Het oordeel per thema blijft gelijk.")}
      </p>
      <dl class="swap">
        <dt>{t("Dan erbij")}</dt>
        <dd>{names(extra)}</dd>
        <dt>{t("Dan eraf")}</dt>
        <dd>{names(missing)}</dd>
      </dl>
    </>
  );
}

const names = (themes: readonly string[]): string => themes.map((id) => theme(id)?.name).join(", ");
