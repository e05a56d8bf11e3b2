/** Splitting a theme: choose what leaves it, and name what that becomes. */

import { useState } from "preact/hooks";
import { t } from "../../../lib/i18n";
import { draft } from "../../../lib/draft";
import { Composer, Dock } from "../../parts";
import { ideasIn, repeatsOf, themeNow } from "./board";
import { go, type ThemeProps } from "./place";
import { LONGEST_NAME } from "./sort";

export function Split({ round, id, ask, open }: ThemeProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const there = ideasIn(id).filter((idea) => chosen.includes(idea.id));
  const toggle = (idea: string) =>
    setChosen(chosen.includes(idea) ? chosen.filter((one) => one !== idea) : [...chosen, idea]);
  const split = (name: string) => {
    const leave = there.flatMap((idea) => [idea, ...repeatsOf(idea.id).filter(({ theme }) => theme === id)]);
    const said = t("“%(name)s” is nu een eigen thema.", { name });
    go({ at: "theme", id: ask("theme.split", { round: round.id, theme: id, name, ideas: leave.map((idea) => idea.id) }, said) });
  };
  const back = () => go({ at: "theme", id });
  return (
    <>
      <fieldset class="stack split">
        <legend class="visually-hidden">{t("Wat gaat eruit?")}</legend>
        {ideasIn(id).map((idea) => (
          <label key={idea.id} class="choice">
            <input type="checkbox" checked={chosen.includes(idea.id)} disabled={!open} onChange={() => toggle(idea.id)} />
            <bdi>{idea.text}</bdi>
          </label>
        ))}
      </fieldset>
      <Dock>
        {open && there.length > 0 && themeNow(id) ? (
          <Composer
            label={t("Naam van het nieuwe thema")}
            text={draft(`split ${id}`)}
            longest={LONGEST_NAME}
            action={t("Splits")}
            send={split}
            cancel={back}
          />
        ) : (
          <button type="button" class="button" data-kind="quiet" data-wide onClick={back}>
            {t("Laat maar")}
          </button>
        )}
      </Dock>
    </>
  );
}
