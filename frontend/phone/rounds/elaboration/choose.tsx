/** The table chooses a theme: first look, then take, since one phone chooses for all. */

import { useState } from "preact/hooks";
import { t } from "../../../lib/i18n";
import { list } from "../../../lib/store";
import { ideasWord } from "../../../lib/words";
import { Dock } from "../../parts";
import { themeName, themes } from "../../themes";
import type { RoundProps } from "..";
import { cardsOf } from "./cards";
import { go } from "./place";

export const ideaCount = (theme: string): number =>
  list("ideas").value.filter((idea) => idea.theme === theme && !idea.hidden && !idea.parked && !idea.same_as).length;

export function Choose({ round, open, take }: RoundProps & { take: (theme: string) => void }) {
  const [picked, setPicked] = useState("");
  const cards = cardsOf(round.id);
  const free = cards.filter(({ table }) => table === 0).map(({ theme }) => theme);
  const without = themes.value.map(({ id }) => id).filter((id) => !cards.some(({ theme }) => theme === id));
  const there = [...free, ...without].includes(picked);
  const choice = { picked, pick: setPicked, open };
  return (
    <>
      {free.length > 0 && <Themes title={without.length > 0 ? t("Gekozen door de zaal") : t("Thema’s")} ids={free} {...choice} />}
      {without.length > 0 && <Themes title={free.length > 0 ? t("Andere thema’s") : t("Thema’s")} ids={without} {...choice} />}
      {free.length + without.length === 0 && <p class="soft">{t("Alle thema’s zijn gekozen. Schuif aan bij een andere tafel.")}</p>}
      <Dock>
        <div class="dock-row">
          <button type="button" class="button" data-kind="quiet" onClick={() => go({ at: "all" })}>
            {t("Alle kaarten")}
          </button>
          <button type="button" class="button" disabled={!open || !there} onClick={() => take(picked)}>
            {t("Werk dit uit")}
          </button>
        </div>
      </Dock>
    </>
  );
}

interface ThemesProps {
  readonly title: string;
  readonly ids: readonly string[];
  readonly picked: string;
  readonly pick: (id: string) => void;
  readonly open: boolean;
}

function Themes({ title, ids, picked, pick, open }: ThemesProps) {
  return (
    <fieldset class="stack choose">
      <legend>
        <h2>{title}</h2>
      </legend>
      {ids.map((id) => (
        <label key={id} class="choice">
          <input type="radio" name="theme" checked={picked === id} disabled={!open} onChange={() => pick(id)} />
          <span>
            <bdi>{themeName(id)}</bdi>
            <span class="soft small">{ideasWord(ideaCount(id))}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
