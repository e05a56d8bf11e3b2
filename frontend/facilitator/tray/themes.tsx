/** The themes: rename, recolour, merge, split, take away, and mark ideas that say the same. */

import { useState } from "preact/hooks";
import { act } from "../../control/act";
import { themes, visibleIdeas } from "../../control/room";
import { boot } from "../../lib/boot";
import { t } from "../../lib/i18n";
import type { RoundSeen, ThemeSeen } from "../../lib/wire";
import { ideasWord } from "../../lib/words";
import { COLOURS, colourOf } from "../../control/mark";
import { NameForm } from "./name-form";
import { ThemeIdeas } from "./theme-ideas";
import { type Kept, rounds } from "../../lib/store";

export function Themes() {
  const round = [...rounds.value].reverse().find(({ kind, status }) => kind === "clustering" && status !== "planned");
  if (!round) return <p class="soft">{t("Dit kan zodra het gisten begonnen is.")}</p>;
  return (
    <>
      <ul role="list" class="theme-rows">
        {themes.value.map((theme) => (
          <ThemeRow key={theme.id} theme={theme} round={round} />
        ))}
      </ul>
      <NameForm
        label={t("Nieuw thema")}
        button={t("Maak")}
        onName={(name) => act("theme.add", { round: round.id, name }, t("Nieuw thema: %(name)s", { name }))}
      />
      <ThemeIdeas round={round} theme="" />
    </>
  );
}

interface RowProps {
  readonly theme: Kept<ThemeSeen>;
  readonly round: Kept<RoundSeen>;
}

function ThemeRow({ theme, round }: RowProps) {
  const [open, setOpen] = useState(false);
  const many = visibleIdeas.value.filter((idea) => idea.theme === theme.id).length;
  return (
    <li data-colour={colourOf(theme)}>
      <button type="button" class="theme-name" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{theme.name}</span>
        <b>{ideasWord(many)}</b>
      </button>
      {open && <ThemeTools theme={theme} round={round} />}
    </li>
  );
}

function ThemeTools({ theme, round }: RowProps) {
  const about = { round: round.id, theme: theme.id };
  return (
    <div class="stack theme-tools">
      <NameForm
        label={t("Naam")}
        button={t("Hernoem")}
        value={theme.name}
        onName={(name) => act("theme.rename", { ...about, name }, t("Het thema heet nu %(name)s", { name }))}
      />
      <Colours theme={theme} onColour={(colour) => act("theme.recolour", { ...about, colour }, t("Het thema heeft een andere kleur"))} />
      <label class="field">
        <span>{t("Voeg samen met")}</span>
        <select class="input" value="" onChange={(event) => act("theme.merge", { ...about, into: event.currentTarget.value }, t("%(name)s is samengevoegd", { name: theme.name }))}>
          <option value="">{t("kies een thema")}</option>
          {themes.value
            .filter(({ id }) => id !== theme.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <ThemeIdeas round={round} theme={theme.id} />
      <a class="button" data-kind="quiet" href={`/${boot.code}/thema/${theme.id}`} target="_blank">
        {t("Hoe dit thema ontstond")}
      </a>
      <button type="button" class="button" data-kind="outline" onClick={() => act("theme.drop", about, t("Thema weg: %(name)s", { name: theme.name }))}>
        {t("Haal het thema weg; de ideeën blijven")}
      </button>
    </div>
  );
}

function Colours({ theme, onColour }: { theme: Kept<ThemeSeen>; onColour: (colour: number) => void }) {
  return (
    <fieldset class="colours">
      <legend>{t("Kleur")}</legend>
      {Array.from({ length: COLOURS }, (_, n) => (
        <button
          key={n}
          type="button"
          data-colour={n + 1}
          aria-pressed={colourOf(theme) === n + 1}
          aria-label={t("Kleur %(number)s", { number: n + 1 })}
          onClick={() => onColour(n)}
        >
          {n + 1}
        </button>
      ))}
    </fieldset>
  );
}
