/** The themes as targets for the idea that is shown. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { colourOf } from "../../../control/mark";
import { ALONG, similar } from "../../../lib/alike";
import { t } from "../../../lib/i18n";
import { suggestedFor } from "../../../lib/suggested";
import { ideasWord } from "../../../lib/words";
import { type Idea, ideasIn, type Theme, themes } from "./board";
import type { Ask } from "./place";
import { place } from "./sorting";

const MOST = 3; // themes that are put forward

export interface ActProps {
  readonly round: string;
  readonly open: boolean;
  readonly ask: Ask;
}

export interface TargetsProps extends ActProps {
  readonly idea: Idea;
}

/** The themes: what is suggested or like the idea first. Their order stands while this idea is shown; a new theme
 *  comes at the end, so that nothing moves under a thumb. */
export function Targets({ idea, round, open, ask }: TargetsProps) {
  const laidOut = useRef<HTMLUListElement>(null);
  useEffect(() => toStart(laidOut.current), [idea.id]);
  const suggested = suggestedFor(idea.id);
  const [likely, order] = useMemo(() => {
    const shared = likest(idea.text);
    const first = suggested.length > 0 ? suggested : shared;
    return [shared, [...first, ...themes.peek().map(({ id }) => id).filter((id) => !first.includes(id))]] as const;
  }, [idea.id]);
  const why = suggested.length > 0 ? t("past misschien") : t("lijkt erop");
  const like = suggested.length > 0 ? suggested : likely;
  const all = themes.value;
  const laid = [
    ...order.flatMap((id) => all.find((theme) => theme.id === id) ?? []),
    ...all.filter(({ id }) => !order.includes(id)),
  ];
  if (laid.length === 0) return null;
  return (
    <ul ref={laidOut} role="list" class="targets">
      {laid.map((theme) => (
        <li key={theme.id}>
          <Target theme={theme} like={like.includes(theme.id) ? why : ""} open={open} put={() => place(ask, round, idea.id, theme.id)} />
        </li>
      ))}
    </ul>
  );
}

/** The themes that have something that looks most like a text: their name, or one of their ideas. */
function likest(text: string): string[] {
  const said = themes.peek().flatMap(({ id, name }) => [name, ...ideasIn(id).map((idea) => idea.text)].map((text) => ({ id, text })));
  return [...new Set(similar(text, said, ALONG).map(({ id }) => id))].slice(0, MOST);
}

/** Another idea puts other themes on top: back to those, when one had scrolled past them. */
function toStart(targets: HTMLElement | null): void {
  const idea = targets?.previousElementSibling?.getBoundingClientRect();
  const past = (idea?.bottom ?? 0) - (targets?.getBoundingClientRect().top ?? 0);
  if (past > 0) scrollBy({ top: -past, behavior: "instant" });
}

interface TargetProps {
  readonly theme: Theme;
  /** Why the idea may belong here; "" when nothing says so. */
  readonly like: string;
  readonly open: boolean;
  readonly put: () => void;
}

function Target({ theme, like, open, put }: TargetProps) {
  return (
    <button type="button" class="target" data-colour={colourOf(theme)} aria-disabled={!open} onClick={() => open && put()}>
      <bdi class="target-name">{theme.name}</bdi>
      <span class="target-count small">
        {like && <b>{like} · </b>}
        {ideasWord(ideasIn(theme.id).length)}
      </span>
    </button>
  );
}
