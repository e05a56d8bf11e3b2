/** The ideas of a theme, or the loose ones: pick some, then move, split off or mark as the same. */

import { useState } from "preact/hooks";
import { act } from "../../control/act";
import { moveIdea } from "../../control/deeds";
import { ideas, themes, visibleIdeas } from "../../control/room";
import { nt, t } from "../../lib/i18n";
import type { RoundSeen } from "../../lib/wire";
import { Chips } from "./chips";
import { NameForm } from "./name-form";
import type { Kept } from "../../lib/store";

interface Props {
  readonly round: Kept<RoundSeen>;
  readonly theme: string;
}

export function ThemeIdeas({ round, theme }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const inside = visibleIdeas.value.filter((idea) => (idea.theme ?? "") === theme);
  const picked = chosen.filter((id) => inside.some((idea) => idea.id === id));
  const toggle = (id: string) => setChosen(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  if (inside.length === 0) return null;
  return (
    <fieldset class="stack theme-ideas">
      <legend>{theme ? t("Ideeën") : nt("%(num)s los idee", "%(num)s losse ideeën", inside.length)}</legend>
      {inside.map((idea) => (
        <div key={idea.id}>
          <label class="choice">
            <input type="checkbox" checked={picked.includes(idea.id)} onChange={() => toggle(idea.id)} />
            <span>
              {idea.text}
              {idea.same_as && <span class="soft"> · {t("zelfde als: %(text)s", { text: textOf(idea.same_as) })}</span>}
            </span>
          </label>
          {!theme && <Chips round={round.id} idea={idea.id} />}
        </div>
      ))}
      {picked.length > 0 && <WithPicked round={round} theme={theme} picked={picked} />}
    </fieldset>
  );
}

const textOf = (id: string): string => ideas.value.find((idea) => idea.id === id)?.text ?? "";

function WithPicked({ round, theme, picked }: Props & { picked: readonly string[] }) {
  const repeats = picked.filter((id) => ideas.value.find((idea) => idea.id === id)?.same_as);
  const same = () => {
    const [first = "", ...others] = picked;
    for (const idea of others) act("idea.same", { round: round.id, idea, same_as: first }, t("Twee ideeën zijn hetzelfde"));
  };
  const apart = () => {
    for (const idea of repeats) act("idea.same", { round: round.id, idea, same_as: "" }, t("Een idee staat weer apart"));
  };
  const name = (words: string) =>
    theme
      ? act("theme.split", { round: round.id, theme, name: words, ideas: picked }, t("Afgesplitst: %(name)s", { name: words }))
      : act("theme.add", { round: round.id, name: words, ideas: picked }, t("Nieuw thema: %(name)s", { name: words }));
  return (
    <div class="stack with-picked">
      <p>
        <b>{nt("%(num)s idee gekozen", "%(num)s ideeën gekozen", picked.length)}</b>
      </p>
      <label class="field">
        <span>{t("Verplaats naar …")}</span>
        <select class="input" value="" onChange={(event) => picked.forEach((id) => moveIdea(round.id, id, event.currentTarget.value === "-" ? "" : event.currentTarget.value))}>
          <option value="">{t("kies een thema")}</option>
          {themes.value.filter(({ id }) => id !== theme).map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
          {theme && <option value="-">{t("maak weer los")}</option>}
        </select>
      </label>
      <NameForm label={theme ? t("Splits af als nieuw thema") : t("Nieuw thema hiervan")} button={t("Maak")} onName={name} />
      <div class="now-buttons">
        {picked.length > 1 && (
          <button type="button" class="button" data-kind="outline" onClick={same}>
            {t("Dit is hetzelfde idee")}
          </button>
        )}
        {repeats.length > 0 && (
          <button type="button" class="button" data-kind="outline" onClick={apart}>
            {t("Toch een eigen idee")}
          </button>
        )}
      </div>
    </div>
  );
}
