/** Themes on the phone: which there are, and what people wrote that went into them. */

import { computed } from "@preact/signals";
import { Behind } from "../control/behind";
import { nt, t } from "../lib/i18n";
import { entity, type Kept, list } from "../lib/store";
import type { IdeaSeen } from "../lib/wire";
import { ownOrder } from "./order";

const QUOTED = 2; // ideas that stand for a theme
const MOST = 30; // ideas shown of one theme; a congress can have hundreds

/** The themes that stand on their own, not those that went up in another. */
export const themes = computed(() => list("themes").value.filter((theme) => !theme.merged_into));

export const themeName = (id: string): string => entity("themes", id)?.name ?? "";

const ideasByTheme = computed(() => {
  const found = new Map<string, Kept<IdeaSeen>[]>();
  for (const idea of list("ideas").value) {
    if (!idea.theme || idea.hidden || idea.parked) continue;
    found.set(idea.theme, [...(found.get(idea.theme) ?? []), idea]);
  }
  return found;
});

/** A theme's ideas in one's own order; what says the same as another comes last. */
function ideasOf(theme: string): Kept<IdeaSeen>[] {
  const all = ownOrder(ideasByTheme.value.get(theme) ?? []);
  return [...all.filter((idea) => !idea.same_as), ...all.filter((idea) => idea.same_as)];
}

/** Two of a theme's ideas, and the others on request. */
export function Quotes({ theme }: { theme: string }) {
  const all = ideasOf(theme);
  const others = all.length - QUOTED;
  if (all.length === 0) return null;
  return (
    <div class="quotes">
      <Ideas all={all.slice(0, QUOTED)} />
      {others > 0 && (
        <details class="more">
          <summary>{nt("en %(num)s ander idee", "en %(num)s andere ideeën", others)}</summary>
          <Ideas all={all.slice(QUOTED, MOST)} />
          {all.length > MOST && <p class="soft small">{t("En nog %(num)s.", { num: all.length - MOST })}</p>}
        </details>
      )}
    </div>
  );
}

/** A theme's ideas, folded up. */
export function FoldedQuotes({ theme }: { theme: string }) {
  const all = ideasOf(theme);
  if (all.length === 0) return null;
  return (
    <details class="more">
      <summary>
        {nt("Bekijk het idee", "Bekijk %(num)s ideeën", all.length)}
        <span class="visually-hidden"> {themeName(theme)}</span>
      </summary>
      <Ideas all={all.slice(0, MOST)} />
      {all.length > MOST && <p class="soft small">{t("En nog %(num)s.", { num: all.length - MOST })}</p>}
    </details>
  );
}

const Ideas = ({ all }: { all: readonly Kept<IdeaSeen>[] }) => (
  <ul role="list" class="quote-list">
    {all.map((idea) => (
      <li key={idea.id} class="quote">
        <bdi>{idea.text}</bdi> <Behind num={idea.behind} />
      </li>
    ))}
  </ul>
);
