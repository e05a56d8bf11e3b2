/** One idea large on top, the themes as targets below it. */

import { useEffect, useRef, useState } from "preact/hooks";
import { Behind } from "../../../control/behind";
import { t } from "../../../lib/i18n";
import { useSuggestions } from "../../../lib/suggested";
import { draft } from "../../../lib/draft";
import { Composer, Dock } from "../../parts";
import { hasIdeas, type Idea, loose, repeatsOf, themeNow, themes } from "./board";
import { go, type SortProps } from "./place";
import { canGoBack, goBack, goOn, keep, lastSaid, newTheme, shown, skip } from "./sorting";
import { left, together } from "./together";
import { type ActProps, Targets, type TargetsProps } from "./targets";

export const LONGEST_NAME = 80; // characters of a theme's name
const SEEN_FOR = 2200; // ms that an idea stays after somebody else placed it

export function Sort({ round, open, ask }: SortProps) {
  useSuggestions();
  const idea = shown.value;
  const gone = idea !== undefined && (idea.theme !== "" || idea.same !== "");
  useEffect(() => {
    if (idea) keep(idea.id);
  }, [idea?.id]);
  useEffect(() => {
    if (!idea || !gone) return undefined;
    const timer = setTimeout(() => goOn(idea.id), SEEN_FOR);
    return () => clearTimeout(timer);
  }, [idea?.id, gone]);
  if (!idea) return <AllPlaced round={round.id} open={open} ask={ask} />;
  return (
    <>
      <TheIdea idea={idea} gone={gone} />
      <Targets idea={idea} round={round.id} open={open && !gone} ask={ask} />
      <Dock>
        <Actions key={idea.id} idea={idea} round={round.id} open={open} ask={ask} gone={gone} />
      </Dock>
    </>
  );
}

function TheIdea({ idea, gone }: { idea: Idea; gone: boolean }) {
  const repeats = repeatsOf(idea.id);
  return (
    <div class="to-sort" aria-live="polite">
      <p class="remark small">{gone ? placedWord(idea) : lastSaid.value}</p>
      <p class="sorted-idea" data-gone={gone || undefined} data-long={idea.text.length > 120 || undefined}>
        <bdi>{idea.text}</bdi> <Behind num={idea.behind} />
      </p>
      {repeats.length > 0 && <p class="soft small">{t("Ook zo gezegd: %(texts)s", { texts: repeats.map(({ text }) => `“${text}”`).join(" ") })}</p>}
    </div>
  );
}

/** Where an idea went while one looked at it. */
function placedWord({ theme: id }: Idea): string {
  const theme = themeNow(id)?.name;
  if (!theme) return t("Iemand anders gaf dit een plek.");
  return together.value ? t("Dit ligt nu bij “%(theme)s”.", { theme }) : t("Iemand anders legde dit bij “%(theme)s”.", { theme });
}

/** Back, a new theme, on: within reach of a thumb. */
function Actions({ idea, round, open, ask, gone }: TargetsProps & { gone: boolean }) {
  const [naming, setNaming] = useState(false);
  const only = !together.value && loose.value.length < 2;
  if (naming && open) return <Naming round={round} name={(name) => newTheme(ask, round, idea.id, name)} done={() => setNaming(false)} />;
  return (
    <div class="dock-row">
      <Back round={round} open={open} ask={ask} />
      <button
        type="button"
        class="button"
        data-kind={themes.value.length > 0 ? "outline" : undefined}
        disabled={!open || gone}
        onClick={() => setNaming(true)}
      >
        {t("Nieuw thema")}
      </button>
      <button type="button" class="button" data-kind="quiet" disabled={!open || gone || only} onClick={() => skip(ask, round, idea.id)}>
        {t("Sla over")}
      </button>
    </div>
  );
}

const Back = ({ round, open, ask }: ActProps) => (
  <button type="button" class="button" data-kind="quiet" disabled={!open || !canGoBack.value} onClick={() => goBack(ask, round)}>
    {t("Terug")}
  </button>
);

function Naming({ round, name, done }: { round: string; name: (name: string) => void; done: () => void }) {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector("textarea")?.focus(), []);
  return (
    <div ref={field}>
      <Composer
        label={t("Naam van het nieuwe thema")}
        text={draft(`theme ${round}`)}
        longest={LONGEST_NAME}
        action={t("Maak thema")}
        send={(written) => {
          done();
          name(written);
        }}
        cancel={done}
      />
    </div>
  );
}

export function allPlaced(): string {
  if (loose.value.length > 0 && left.value.length === 0) return t("Jij bent klaar");
  return hasIdeas.value ? t("Alles heeft een plek") : t("Er zijn nog geen ideeën");
}

function AllPlaced({ round, open, ask }: ActProps) {
  return (
    <>
      <p class="visually-hidden" role="status">
        {allPlaced()}
      </p>
      <Dock>
        <div class="dock-row">
          <Back round={round} open={open} ask={ask} />
          <button type="button" class="button" onClick={() => go({ at: "themes" })}>
            {t("Bekijk de thema’s")}
          </button>
        </div>
      </Dock>
    </>
  );
}
