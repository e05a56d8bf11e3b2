/** All cards, and the themes that have none yet. */

import { colourOf } from "../../../control/mark";
import { t } from "../../../lib/i18n";
import { entity } from "../../../lib/store";
import { ideasWord } from "../../../lib/words";
import { Dock } from "../../parts";
import { themeName, themes } from "../../themes";
import type { RoundProps } from "..";
import { type CardNow, cardsOf, filledWord, isOurs, myTable, tableWord } from "./cards";
import { ideaCount } from "./choose";
import { go } from "./place";

interface AllProps extends RoundProps {
  readonly take: (theme: string) => void;
}

export function All({ round, open, take }: AllProps) {
  const cards = cardsOf(round.id);
  const ours = myTable() > 0 ? cards.filter(isOurs) : [];
  const others = cards.filter((card) => !ours.includes(card));
  const without = themes.value.filter(({ id }) => !cards.some((card) => card.theme === id));
  return (
    <>
      <Cards cards={[...ours, ...others]} />
      {open && !myTable() && without.length > 0 && (
        <section class="stack others">
          <h2>{t("Nog zonder kaart")}</h2>
          <ul role="list" class="targets">
            {without.map((theme) => (
              <li key={theme.id}>
                <button type="button" class="target" data-colour={colourOf(theme)} onClick={() => take(theme.id)}>
                  <bdi class="target-name">{theme.name}</bdi>
                  <span class="target-count small">{t("%(ideas)s · begin een kaart", { ideas: ideasWord(ideaCount(theme.id)) })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {myTable() > 0 && round.status !== "closed" && (
        <Dock>
          <button type="button" class="button" data-wide onClick={() => go({ at: "home" })}>
            {ours.length > 0 ? t("Naar jullie kaart") : t("Kies een thema")}
          </button>
        </Dock>
      )}
    </>
  );
}

function Cards({ cards }: { cards: readonly CardNow[] }) {
  if (cards.length === 0) return <p class="soft">{t("Er zijn nog geen kaarten.")}</p>;
  return (
    <ul role="list" class="targets">
      {cards.map((card) => (
        <li key={card.id}>
          <button
            type="button"
            class="target"
            data-colour={colourOf(entity("themes", card.theme) ?? {})}
            onClick={() => go({ at: "card", id: card.id })}
          >
            <bdi class="target-name">{themeName(card.theme)}</bdi>
            <span class="target-count small">{[tableWord(card), filledWord(card)].filter(Boolean).join(" · ")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
