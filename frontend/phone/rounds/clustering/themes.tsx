/** All themes, and one of them with its ideas. */

import { useState } from "preact/hooks";
import { Behind } from "../../../control/behind";
import { colourOf } from "../../../control/mark";
import { t } from "../../../lib/i18n";
import { onItsWay, refused } from "../../../lib/outbox";
import { ideasWord } from "../../../lib/words";
import { Calm, Dock } from "../../parts";
import { type Idea, ideasIn, isStanding, repeatsOf, themeNow, themes } from "./board";
import { IdeaSheet } from "./idea-sheet";
import { type Ask, done, go, type ThemeProps } from "./place";
import { ThemeSheet } from "./theme-sheet";


export function Themes() {
  if (themes.value.length === 0) return <p class="soft">{t("Er zijn nog geen thema’s.")}</p>;
  return (
    <ul role="list" class="targets">
      {themes.value.map((theme) => (
        <li key={theme.id}>
          <button type="button" class="target" data-colour={colourOf(theme)} onClick={() => go({ at: "theme", id: theme.id })}>
            <bdi class="target-name">{theme.name}</bdi>
            <span class="target-count small">{ideasWord(ideasIn(theme.id).length)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What was just done, with the way back once the server has it. */
export function Done({ ask, open }: { ask: Ask; open: boolean }) {
  const last = done.value;
  if (!last || refused.value?.id === last.id) return null;
  return (
    <div class="just-done" role="status">
      <p class="small">{last.said}</p>
      {open && (
        <button
          type="button"
          class="button"
          data-kind="quiet"
          disabled={onItsWay(last.id)}
          onClick={() => {
            ask("undo", {});
            done.value = undefined;
          }}
        >
          {t("Maak ongedaan")}
        </button>
      )}
    </div>
  );
}

export function OneTheme({ round, id, ask, open }: ThemeProps) {
  const [picked, setPicked] = useState("");
  const [changing, setChanging] = useState(false);
  const theme = themeNow(id);
  if (!theme || !isStanding(id)) return <Gone into={theme?.merged ?? ""} />;
  return (
    <>
      <ul role="list" class="rows theme-ideas" data-colour={colourOf(theme)}>
        {ideasIn(id).map((idea) => (
          <IdeaRow key={idea.id} idea={idea} open={open} pick={setPicked} />
        ))}
      </ul>
      {ideasIn(id).length === 0 && <p class="soft">{t("Hier ligt nog niets.")}</p>}
      {picked && <IdeaSheet key={picked} round={round.id} id={picked} ask={ask} closed={() => setPicked("")} />}
      {changing && <ThemeSheet round={round.id} theme={theme} ask={ask} closed={() => setChanging(false)} />}
      <Dock>
        <div class="dock-row">
          <button type="button" class="button" data-kind="quiet" onClick={() => go({ at: "themes" })}>
            {t("Alle thema’s")}
          </button>
          {open && (
            <button type="button" class="button" data-kind="outline" aria-haspopup="dialog" onClick={() => setChanging(true)}>
              {t("Wijzig thema")}
            </button>
          )}
        </div>
      </Dock>
    </>
  );
}

interface IdeaRowProps {
  readonly idea: Idea;
  readonly open: boolean;
  readonly pick: (id: string) => void;
}

/** An idea, and below it what others said in other words. */
function IdeaRow({ idea, open, pick }: IdeaRowProps) {
  const repeats = repeatsOf(idea.id);
  return (
    <li class="idea-group">
      <IdeaButton idea={idea} open={open} pick={pick} />
      {repeats.length > 0 && (
        <>
          <p class="soft small">{t("Ook zo gezegd:")}</p>
          <ul role="list" class="rows">
            {repeats.map((repeat) => (
              <li key={repeat.id}>
                <IdeaButton idea={repeat} open={open} pick={pick} />
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function IdeaButton({ idea, open, pick }: IdeaRowProps) {
  return (
    <button type="button" class="row" disabled={!open} aria-haspopup="dialog" onClick={() => pick(idea.id)}>
      <bdi class="row-name">{idea.text}</bdi>
      <Behind num={idea.behind} />
    </button>
  );
}

/** Somebody took the theme away while one looked at it. */
function Gone({ into }: { into: string }) {
  const other = themeNow(into);
  return (
    <>
      <Calm>
        <p role="status">
          {other
            ? t("Dit thema is samengevoegd met “%(theme)s”.", { theme: other.name })
            : t("Dit thema is weggehaald. De ideeën zijn weer los.")}
        </p>
      </Calm>
      <Dock>
        <div class="dock-row">
          <button type="button" class="button" data-kind={other ? "quiet" : undefined} onClick={() => go({ at: "themes" })}>
            {t("Alle thema’s")}
          </button>
          {other && (
            <button type="button" class="button" onClick={() => go({ at: "theme", id: other.id })}>
              {t("Bekijk het")}
            </button>
          )}
        </div>
      </Dock>
    </>
  );
}
