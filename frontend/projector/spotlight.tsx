/** One idea, large, for the whole room. */

import { Mark } from "../control/mark";
import { ideas, theme } from "../control/room";
import { t } from "../lib/i18n";
import { initiative } from "../lib/store";

export function Spotlight({ idea: id }: { idea: string }) {
  const idea = ideas.value.find((one) => one.id === id);
  if (!idea) return null;
  const from = initiative(idea.initiative ?? "");
  const repeated = ideas.value.filter((one) => one.same_as === id).length;
  const length = idea.text.length <= 60 ? "short" : idea.text.length <= 140 ? "medium" : "long";
  return (
    <figure class="spotlight">
      <blockquote data-length={length}>{idea.text}</blockquote>
      <figcaption>
        {from && (
          <>
            <Mark of={from} size="l" /> <span>{from.name}</span>
          </>
        )}
        {idea.theme && <span>{t("thema: %(name)s", { name: theme(idea.theme)?.name ?? "" })}</span>}
        {repeated > 0 && <span>{t("nog %(num)s keer gezegd", { num: repeated })}</span>}
      </figcaption>
    </figure>
  );
}
