/** The themes in which a loose idea may fit, to put it there with one tap. */

import { moveIdea } from "../../control/deeds";
import { fitting } from "../../control/fitting";
import { colourOf } from "../../control/mark";
import { t } from "../../lib/i18n";

export function Chips({ round, idea }: { round: string; idea: string }) {
  const likely = fitting(idea);
  if (likely.length === 0) return null;
  return (
    <div class="fitting" role="group" aria-label={t("Past misschien bij")}>
      <span class="soft" aria-hidden="true">
        {t("Past misschien bij")}
      </span>
      {likely.map((theme) => (
        <button key={theme.id} type="button" data-colour={colourOf(theme)} onClick={() => moveIdea(round, idea, theme.id)}>
          {theme.name}
        </button>
      ))}
    </div>
  );
}
