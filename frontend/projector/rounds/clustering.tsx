/** Gisten: themes as fields that grow with their ideas, loose ideas at the edge. */

import { useMemo, useRef } from "preact/hooks";
import { Behind } from "../../control/behind";
import { fitting } from "../../control/fitting";
import { colourOf } from "../../control/mark";
import { theme, themes, visibleIdeas } from "../../control/room";
import { opened, picked } from "../../control/screen";
import { contested, together } from "../../control/sorting";
import { boot } from "../../lib/boot";
import { t } from "../../lib/i18n";
import { useSuggestions } from "../../lib/suggested";
import type { IdeaSeen, RoundSeen, ThemeSeen } from "../../lib/wire";
import { ideasWord } from "../../lib/words";
import { useDragging } from "../dragging";
import { layFields } from "../fields";
import { breakLines, linesOf, wordWidths } from "../measure";
import { MoveTo } from "../move-to";
import { Pager } from "../parts";
import { type Room, useStage } from "../stage";
import { inPages, pageOf, pagesOf, useNew, useTurns } from "../turns";
import type { RoundPicture } from ".";
import type { Kept } from "../../lib/store";

const FIELDS = 12;
const LOOSE = 4; // ideas at a time,
const LOOSE_FITTING = 3; // or when it says below them where they may fit;
const LOOSE_ALONE = { columns: 3, gap: 0.75, edges: 2 }; // as many as fit when there is no theme yet: rem between and in them
const PADDING = { across: 2.5, down: 2.1 }; // rem, in a field
const LETTER = 1.28; // rem of width in a theme's name
const NAME = { letters: 2.375, space: 0.6, line: 2.57 }; // rem, of a theme's name,
const COUNT = { letters: 1.375, space: 0.36, before: 0.25 }; // and of how many ideas, behind it
const MOST_LINES = 3; // of a name, and of a loose idea
const CARD = { one: 3.85, two: 6.25 }; // rem that an idea of one or two lines takes, with the gap below it
const CARD_LINE = 2.4; // rem of height in a loose idea,
const CARD_EDGES = 1.2; // and above and below its lines
const GAP = 0.5;
const CARD_LETTERS = 2; // rem
const TWO_COLUMNS = 40; // rem of width from which ideas stand side by side

function Clustering({ round }: { round: Kept<RoundSeen> }) {
  const all = useRef<HTMLDivElement>(null);
  useSuggestions();
  useDragging(all, boot.controls === true, round.id);
  const focused = themes.value.find(({ id }) => id === round.focus);
  const alone = themes.value.length === 0;
  return (
    <div class="clustering" data-alone={alone || undefined} ref={all}>
      {focused ? <OneTheme of={focused} /> : !alone && <Fields />}
      <Loose />
      {opened.value === "move" && <MoveTo round={round.id} />}
    </div>
  );
}

const ideasIn = (id: string) => visibleIdeas.value.filter((idea) => idea.theme === id && !idea.same_as);

/** Each theme gets a field; the more ideas, the larger. */
function Fields() {
  const [stage, box] = useStage<HTMLDivElement>();
  const pages = pagesOf(themes.value.length, FIELDS);
  const page = useTurns(pages);
  const shown = pageOf(themes.value, FIELDS, page);
  const wishes = shown.map(({ id, name }) => ({ weight: 1 + Math.sqrt(ideasIn(id).length), word: wordOf(name) }));
  const laid = useMemo(() => layFields(wishes, box.width, box.height), [JSON.stringify(wishes), box.width, box.height]);
  return (
    <div class="fields" ref={stage}>
      {shown.map((one, n) => {
        const { x = 0, y = 0, width = 0, height = 0 } = laid[n] ?? {};
        return (
          <section
            key={one.id}
            class="theme-field"
            data-theme-id={one.id}
            data-colour={colourOf(one)}
            style={{ insetInlineStart: `${x}rem`, insetBlockStart: `${y}rem`, inlineSize: `${width}rem`, blockSize: `${height}rem` }}
          >
            <FieldWords of={one} width={width} height={height} />
          </section>
        );
      })}
      <Pager page={page} pages={pages} />
    </div>
  );
}

/** The width of a name's longest word in a field, padding included. */
const wordOf = (name: string): number =>
  3 + LETTER * Math.max(8, ...name.split(/[\s-]+/).map((word) => word.length));

interface FieldProps {
  readonly of: Kept<ThemeSeen>;
  readonly width: number;
  readonly height: number;
}

/** The name, how many ideas, and as many of them as fit, in turns. */
function FieldWords({ of, width, height }: FieldProps) {
  const inside = ideasIn(of.id);
  const columns = width >= TWO_COLUMNS ? 2 : 1;
  const across = width - PADDING.across;
  const room = height - PADDING.down - headOf(of.name, ideasWord(inside.length), across) + GAP;
  const short = room < CARD.two; // then one line of an idea is better than none
  const wide = short ? Infinity : (across - GAP * (columns - 1)) / columns - 2;
  const lines = ({ text = "" }) => (linesOf(text, CARD_LETTERS, wide) > 1 ? CARD.two : CARD.one);
  const pages = inPages(inside, columns, room, lines);
  const shown = pages[useTurns(pages.length, undefined, 8000)];
  return (
    <>
      <header>
        <div>
          <h2>{of.name}</h2> <p class="field-count">{ideasWord(inside.length)}</p>
        </div>
      </header>
      {shown && (
        <ul role="list" data-columns={columns} data-short={short || undefined}>
          {shown.map((idea) => (
            <IdeaCard key={idea.id} idea={idea} />
          ))}
        </ul>
      )}
    </>
  );
}

/** The height of a name with its number behind it, which stays in one piece. */
function headOf(name: string, count: string, across: number): number {
  const words = wordWidths(name, NAME.letters, 700, "Bricolage Grotesque");
  const number = wordWidths(count, COUNT.letters, 600).reduce((sum, width) => sum + width + COUNT.space, COUNT.before);
  return Math.min(MOST_LINES, breakLines([...words, number], across, NAME.space).length) * NAME.line;
}

/** Ideas without a theme yet: those people disagree on, then the oldest first, in turns. */
function Loose() {
  const disputed = new Set(contested.value.map(({ idea }) => idea.id));
  const all = visibleIdeas.value.filter((idea) => !idea.theme && !idea.same_as);
  const loose = [...all.filter(({ id }) => disputed.has(id)), ...all.filter(({ id }) => !disputed.has(id))];
  const fresh = useNew(loose.map(({ id }) => id));
  const [stage, box] = useStage<HTMLUListElement>();
  const pages = themes.value.length === 0 ? spread(loose, box) : inPages(loose, 1, manyBeside(loose), () => 1);
  const page = useTurns(pages.length);
  return (
    <aside class="loose" data-theme-id="" aria-label={t("Nog los")}>
      <h2>{loose.length > 0 ? t("Nog los: %(num)s", { num: loose.length }) : t("Alles heeft een plek")}</h2>
      <ul role="list" ref={stage}>
        {pages[page]?.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} fresh={fresh.has(idea.id)} disputed={disputed.has(idea.id)} />
        ))}
      </ul>
      <Pager page={page} pages={pages.length} />
    </aside>
  );
}

/** Loose ideas over the whole stage. */
function spread(loose: readonly Kept<IdeaSeen>[], { width, height }: Room): Kept<IdeaSeen>[][] {
  const { columns, gap, edges } = LOOSE_ALONE;
  const wide = (width + gap) / columns - gap - edges;
  const lines = ({ text = "" }) => Math.min(MOST_LINES, linesOf(text, CARD_LETTERS, wide));
  return inPages(loose, columns, height + gap, (idea) => lines(idea) * CARD_LINE + CARD_EDGES + gap);
}

const manyBeside = (loose: readonly Kept<IdeaSeen>[]): number =>
  loose.some(({ id }) => fitting(id).length > 0) ? LOOSE_FITTING : LOOSE;

interface CardProps {
  readonly idea: Kept<IdeaSeen>;
  readonly fresh?: boolean;
  readonly disputed?: boolean;
}

/** An idea that can be dragged; as a button it opens "move to", for keys and touch. */
function IdeaCard({ idea, fresh = false, disputed = false }: CardProps) {
  const words = (
    <>
      <span>
        {idea.text} <Behind num={idea.behind} />
      </span>
      {disputed && <small>{t("de meningen verschillen")}</small>}
      {!idea.theme && <Fitting idea={idea.id} />}
    </>
  );
  const common = {
    "data-pick": idea.id,
    "data-picked": picked.value === idea.id || undefined,
    "data-new": fresh || undefined,
    "data-disputed": disputed || undefined,
  };
  if (boot.controls !== true) {
    return (
      <li class="idea-card" {...common}>
        {words}
      </li>
    );
  }
  const open = () => {
    picked.value = idea.id;
    opened.value = "move";
  };
  return (
    <li>
      <button type="button" class="idea-card" data-drag={idea.id} {...common} onClick={open} aria-haspopup="menu">
        {words}
      </button>
    </li>
  );
}

/** The themes in which a loose idea may fit. */
function Fitting({ idea }: { idea: string }) {
  const likely = fitting(idea);
  if (likely.length === 0) return null;
  return (
    <span class="fitting">
      <span class="visually-hidden">{t("Past misschien bij")}</span>
      {likely.map((one) => (
        <b key={one.id} data-colour={colourOf(one)}>
          {one.name}
        </b>
      ))}
    </span>
  );
}

function OneTheme({ of }: { of: Kept<ThemeSeen> }) {
  const inside = ideasIn(of.id);
  const pages = pagesOf(inside.length, 10);
  const page = useTurns(pages);
  return (
    <section class="theme-field theme-large" data-theme-id={of.id} data-colour={colourOf(of)}>
      <header>
        <h2>{of.name}</h2>
        <p class="field-count">{ideasWord(inside.length)}</p>
      </header>
      <ul role="list">
        {pageOf(inside, 10, page).map((idea) => (
          <IdeaCard key={idea.id} idea={idea} />
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </section>
  );
}

export const clustering: RoundPicture = {
  title: () => t("Wat hoort bij elkaar?"),
  lead: (round) => {
    if (theme(round.focus)) return t("Klopt de naam? Hoort alles hierbij?");
    if (round.status === "closed") return themes.value.length > 0 ? t("Deze thema’s komen uit jullie ideeën.") : "";
    if (themes.value.length === 0) return t("Noem op je telefoon het eerste thema.");
    return together.value
      ? t("Zeg op je telefoon waar een idee bij hoort. Zijn genoeg mensen het eens, dan krijgt het een plek.")
      : t("Leg ideeën op je telefoon bij een thema, of noem een nieuw thema.");
  },
  time: () => t("nog om te ordenen"),
  Picture: Clustering,
};
