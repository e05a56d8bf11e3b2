/** Ideas and themes as they will be: what the server said, with what is under way on this phone. */

import { computed } from "@preact/signals";
import { COLOURS } from "../../../control/mark";
import { type Sent, underWay } from "../../../lib/outbox";
import { list } from "../../../lib/store";

export interface Idea {
  readonly id: string;
  readonly text: string;
  /** "" while it is loose. */
  readonly theme: string;
  /** The idea it repeats, "" when it is its own. */
  readonly same: string;
  /** How many others mean it too. */
  readonly behind: number;
}

export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  /** The theme it went up in. */
  readonly merged: string;
}

interface Board {
  readonly ideas: Map<string, Idea>;
  readonly themes: Map<string, Theme>;
}

type Data = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** What each command will come to, when the server agrees. */
const AHEAD: Readonly<Record<string, (board: Board, id: string, data: Data) => unknown>> = {
  "idea.place": (board, _, { idea, theme }) => move(board, [String(idea)], String(theme)),
  "idea.same": (board, _, { idea, same_as }) => match(board, String(idea), String(same_as)),
  "idea.sort": (board, id, { name }) => name && isNew(board, String(name)) && add(board, id, { name }),
  "theme.add": add,
  "theme.split": add,
  "theme.rename": (board, _, { theme, name }) => change(board, String(theme), { name: String(name) }),
  "theme.recolour": (board, _, { theme, colour }) => change(board, String(theme), { colour: Number(colour) }),
  "theme.merge": (board, _, { theme, into }) => {
    move(board, idsIn(board, String(theme)), String(into));
    change(board, String(theme), { merged: String(into) });
  },
  "theme.drop": (board, _, { theme }) => {
    move(board, idsIn(board, String(theme)), "");
    board.themes.delete(String(theme));
  },
};

const board = computed<Board>(() => {
  const shown = list("ideas").value.filter((idea) => !idea.hidden && !idea.parked);
  const now: Board = {
    ideas: new Map(shown.map(({ id, text, theme = "", same_as = "", behind = 0 }) => [id, { id, text, theme, same: same_as, behind }])),
    themes: new Map(
      list("themes").value.map(({ id, name, colour = 0, merged_into = "" }) => [id, { id, name, colour, merged: merged_into }]),
    ),
  };
  underWay.value.forEach(({ id, kind, data }: Sent) => AHEAD[kind]?.(now, id, data as Data));
  return now;
});

function move({ ideas }: Board, ids: readonly string[], theme: string): void {
  for (const id of ids) {
    const idea = ideas.get(id);
    if (idea) ideas.set(id, { ...idea, theme });
  }
}

function match({ ideas }: Board, id: string, same: string): void {
  const idea = ideas.get(id);
  const first = ideas.get(same);
  if (idea) ideas.set(id, { ...idea, same, theme: first?.theme ?? idea.theme });
}

function add(now: Board, id: string, { name, ideas }: Data): void {
  if (!now.themes.has(id)) now.themes.set(id, { id, name: String(name), colour: now.themes.size % COLOURS, merged: "" });
  move(now, Array.isArray(ideas) ? ideas : [], id);
}

/** Whether no theme has this name yet; who names one that is there means that one. */
const isNew = ({ themes }: Board, name: string): boolean =>
  ![...themes.values()].some((theme) => !theme.merged && theme.name.toLowerCase() === name.toLowerCase());

function change({ themes }: Board, id: string, what: Partial<Theme>): void {
  const theme = themes.get(id);
  if (theme) themes.set(id, { ...theme, ...what });
}

const idsIn = ({ ideas }: Board, theme: string): string[] =>
  [...ideas.values()].filter((idea) => idea.theme === theme).map(({ id }) => id);

/** Ideas that stand on their own; what repeats one is shown under it. */
const firsts = computed(() => {
  const { ideas } = board.value;
  return [...ideas.values()].filter(({ same }) => !ideas.has(same));
});

const byTheme = computed(() => {
  const found = new Map<string, Idea[]>();
  for (const idea of firsts.value) found.set(idea.theme, [...(found.get(idea.theme) ?? []), idea]);
  return found;
});

const repeats = computed(() => {
  const found = new Map<string, Idea[]>();
  for (const idea of board.value.ideas.values()) {
    if (idea.same) found.set(idea.same, [...(found.get(idea.same) ?? []), idea]);
  }
  return found;
});

/** The themes that stand on their own, in the order in which they were made. */
export const themes = computed(() => [...board.value.themes.values()].filter(({ merged }) => !merged));
export const loose = computed(() => byTheme.value.get("") ?? []);
export const ideasIn = (theme: string): readonly Idea[] => byTheme.value.get(theme) ?? [];
export const repeatsOf = (idea: string): readonly Idea[] => repeats.value.get(idea) ?? [];
export const ideaNow = (id: string): Idea | undefined => board.value.ideas.get(id);
export const themeNow = (id: string): Theme | undefined => board.value.themes.get(id);
/** Whether a theme is there, and did not go up in another. */
export const isStanding = (id: string): boolean => themeNow(id)?.merged === "";
export const hasIdeas = computed(() => board.value.ideas.size > 0);
