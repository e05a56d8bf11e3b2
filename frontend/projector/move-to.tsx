/** "Move to …": putting an idea in a theme without dragging. Arrow keys and letters find a theme. */

import { useEffect, useRef } from "preact/hooks";
import { fitting } from "../control/fitting";
import { colourOf } from "../control/mark";
import { moveIdea } from "../control/deeds";
import { ideas, themes } from "../control/room";
import { opened, picked } from "../control/screen";
import { t } from "../lib/i18n";

export function MoveTo({ round }: { round: string }) {
  const menu = useRef<HTMLDivElement>(null);
  const idea = ideas.value.find(({ id }) => id === picked.value);
  useEffect(() => {
    const before = document.activeElement;
    menu.current?.querySelector("button")?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  if (!idea) return null;
  const likely = idea.theme ? [] : fitting(idea.id);
  const close = () => {
    opened.value = "";
    picked.value = "";
  };
  const move = (theme: string) => {
    moveIdea(round, idea.id, theme);
    close();
  };
  return (
    <div ref={menu} class="move-to" role="menu" aria-label={t("Verplaats naar …")} onKeyDown={(event) => onKey(event, close)}>
      <p class="move-what">{idea.text}</p>
      <p class="move-how">{t("Verplaats naar …")}</p>
      <div class="move-themes">
        {[...likely, ...themes.value.filter((theme) => !likely.includes(theme))].map((theme) => (
          <button key={theme.id} type="button" role="menuitem" data-colour={colourOf(theme)} aria-current={theme.id === idea.theme || undefined} onClick={() => move(theme.id)}>
            {theme.name}
            {likely.includes(theme) && <small> {t("past misschien")}</small>}
          </button>
        ))}
        {idea.theme && (
          <button type="button" role="menuitem" onClick={() => move("")}>
            {t("Maak weer los")}
          </button>
        )}
        <button type="button" role="menuitem" onClick={close}>
          {t("Laat staan")}
        </button>
      </div>
    </div>
  );
}

/** Arrows walk, a letter goes to the next theme that starts with it, Esc closes. */
function onKey(event: KeyboardEvent & { currentTarget: HTMLElement }, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button")];
  const here = items.findIndex((item) => item === document.activeElement);
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  event.stopPropagation();
  if (event.key === "Escape") return close();
  if (by) items.at((here + by) % items.length)?.focus();
  else if (event.key.length === 1 && event.key !== " ") {
    const after = [...items.slice(here + 1), ...items.slice(0, here + 1)];
    after.find((item) => item.innerText.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  } else return;
  event.preventDefault();
}
