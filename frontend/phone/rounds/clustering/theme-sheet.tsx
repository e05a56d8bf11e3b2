/** What one can do with a theme: another name or colour, one with another, apart, or away. */

import { useState } from "preact/hooks";
import { COLOURS, colourOf } from "../../../control/mark";
import { t } from "../../../lib/i18n";
import { ideasWord } from "../../../lib/words";
import { Sheet } from "../../sheet";
import { ideasIn, type Theme, themes } from "./board";
import { type Ask, go } from "./place";
import { LONGEST_NAME } from "./sort";

interface ThemeSheetProps {
  readonly round: string;
  readonly theme: Theme;
  readonly ask: Ask;
  readonly closed: () => void;
}

export function ThemeSheet({ round, theme, ask, closed }: ThemeSheetProps) {
  const [merging, setMerging] = useState(false);
  return (
    <Sheet title={theme.name} closed={closed}>
      {(shut) => {
        const act = (kind: string, data: object, said: string) => ask(kind, { round, theme: theme.id, ...data }, said);
        if (merging) return <Merge theme={theme} act={act} shut={shut} />;
        return (
          <>
            <Name theme={theme} act={act} shut={shut} />
            <Colours theme={theme} act={act} />
            <div class="rows">
              <Row word={t("Voeg samen met een ander thema")} act={() => setMerging(true)} off={themes.value.length < 2} />
              <Row
                word={t("Splits dit thema")}
                act={() => {
                  shut();
                  go({ at: "split", id: theme.id });
                }}
                off={ideasIn(theme.id).length < 2}
              />
              <Row
                word={t("Haal dit thema weg")}
                act={() => {
                  shut();
                  go({ at: "themes" });
                  act("theme.drop", {}, t("“%(theme)s” is weg. De ideeën zijn weer los.", { theme: theme.name }));
                }}
              />
            </div>
          </>
        );
      }}
    </Sheet>
  );
}

const Row = ({ word, act, off = false }: { word: string; act: () => void; off?: boolean }) => (
  <button type="button" class="row" disabled={off} onClick={act}>
    <span class="row-name">{word}</span>
  </button>
);

interface PartProps {
  readonly theme: Theme;
  readonly act: (kind: string, data: object, said: string) => void;
}

function Name({ theme, act, shut }: PartProps & { shut: () => void }) {
  const [name, setName] = useState(theme.name);
  const save = (event: Event) => {
    event.preventDefault();
    shut();
    if (name.trim() !== theme.name) act("theme.rename", { name: name.trim() }, t("Het thema heet nu “%(name)s”.", { name: name.trim() }));
  };
  return (
    <form class="rename" onSubmit={save}>
      <label class="field">
        <span class="label">{t("Naam")}</span>
        <input class="input" maxLength={LONGEST_NAME} enterkeyhint="done" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button class="button" disabled={!name.trim()}>
        {t("Bewaar")}
      </button>
    </form>
  );
}

function Colours({ theme, act }: PartProps) {
  return (
    <fieldset>
      <legend class="label">{t("Kleur")}</legend>
      <div class="colours">
        {Array.from({ length: COLOURS }, (_, colour) => (
          <button
            key={colour}
            type="button"
            data-colour={colour + 1}
            aria-label={t("Kleur %(number)s", { number: colour + 1 })}
            aria-pressed={colourOf(theme) === colour + 1}
            onClick={() => act("theme.recolour", { colour }, t("“%(theme)s” heeft een andere kleur.", { theme: theme.name }))}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Merge({ theme, act, shut }: PartProps & { shut: () => void }) {
  return (
    <section class="stack">
      <h3>{t("Samen met welk thema?")}</h3>
      <p class="soft small">{t("Alle ideeën gaan naar het thema dat je kiest. Die naam blijft.")}</p>
      <ul role="list" class="targets">
        {themes.value
          .filter(({ id }) => id !== theme.id)
          .map((other) => (
            <li key={other.id}>
              <button
                type="button"
                class="target"
                data-colour={colourOf(other)}
                onClick={() => {
                  shut();
                  go({ at: "theme", id: other.id });
                  act("theme.merge", { into: other.id }, t("“%(theme)s” hoort nu hierbij.", { theme: theme.name }));
                }}
              >
                <bdi class="target-name">{other.name}</bdi>
                <span class="target-count small">{ideasWord(ideasIn(other.id).length)}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
