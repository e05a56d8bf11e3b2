/** What this page holds: the view of its audience and one's own things, a signal per collection. */

import { batch, computed, type ReadonlySignal, signal, type Signal } from "@preact/signals";
import type { InitiativeSeen, MeSeen, Mine, PatchMessage, RoundSeen, Views, WorkshopSeen } from "./wire";

/** An entity with the id it is kept under. */
export type Kept<T> = T & { readonly id: string };
type EntityOf<C> = C extends { [id: string]: infer E } ? E : unknown;
type Collection<C> = Readonly<Record<string, Kept<EntityOf<C>>>>;
type Whole = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** Collections by name. What did not change stays the same object, so it is not drawn again. */
class Shelf {
  private readonly collections = new Map<string, Signal<Readonly<Record<string, object>>>>();

  collection(name: string): Signal<Readonly<Record<string, object>>> {
    let found = this.collections.get(name);
    if (!found) this.collections.set(name, (found = signal({})));
    return found;
  }

  whole(): Whole {
    return Object.fromEntries([...this.collections].map(([name, entities]) => [name, entities.peek()]));
  }

  replace(whole: Whole): void {
    for (const name of new Set([...this.collections.keys(), ...Object.keys(whole)])) {
      this.collection(name).value = withIds(whole[name] ?? {});
    }
  }

  patch({ set = {}, del = {} }: Pick<PatchMessage, "set" | "del">): void {
    for (const name of new Set([...Object.keys(set), ...Object.keys(del)])) {
      const next = { ...this.collection(name).peek(), ...withIds((set as Whole)[name] ?? {}) };
      for (const id of del[name] ?? []) delete next[id];
      this.collection(name).value = next;
    }
  }
}

const withIds = (entities: Readonly<Record<string, object>>): Record<string, object> =>
  Object.fromEntries(Object.entries(entities).map(([id, it]) => [id, { ...it, id }]));

const seen = new Shelf();
const mine = new Shelf();

/** A collection of the view, id → entity. */
export const collection = <K extends keyof Views>(name: K) =>
  seen.collection(name) as unknown as ReadonlySignal<Collection<Views[K]>>;

/** A collection of one's own things, id → entity. */
export const own = <K extends keyof Mine>(name: K) =>
  mine.collection(name) as unknown as ReadonlySignal<Collection<Mine[K]>>;

const lists = new Map<string, ReadonlySignal<readonly object[]>>();

/** A collection of the view as a list, in the order its entities came. */
export function list<K extends keyof Views>(name: K): ReadonlySignal<readonly Kept<EntityOf<Views[K]>>[]> {
  let found = lists.get(name);
  if (!found) lists.set(name, (found = computed(() => Object.values(seen.collection(name).value))));
  return found as ReadonlySignal<readonly Kept<EntityOf<Views[K]>>[]>;
}

const entities = new Map<string, ReadonlySignal<object | undefined>>();

/** One entity of the view; who reads it is drawn again only when that one changes. */
export function entity<K extends keyof Views>(name: K, id: string): Kept<EntityOf<Views[K]>> | undefined {
  const key = `${name} ${id}`;
  let found = entities.get(key);
  if (!found) entities.set(key, (found = computed(() => seen.collection(name).value[id])));
  return found.value as Kept<EntityOf<Views[K]>> | undefined;
}

export const workshop: ReadonlySignal<Kept<WorkshopSeen> | undefined> = computed(
  () => Object.values(collection("workshop").value)[0],
);

/** The rounds in the order of the plan. */
export const rounds: ReadonlySignal<readonly Kept<RoundSeen>[]> = computed(() =>
  (workshop.value?.plan ?? []).flatMap((id) => collection("rounds").value[id] ?? []),
);

export const currentRound: ReadonlySignal<Kept<RoundSeen> | undefined> = computed(() =>
  rounds.value.find(({ id }) => id === workshop.value?.current),
);

/** Who looks at this page, when that is a participant. */
export const me: ReadonlySignal<Kept<MeSeen> | undefined> = computed(() => Object.values(own("me").value)[0]);

export const initiative = (id: string): Kept<InitiativeSeen> | undefined => entity("initiatives", id);

/** What is derived of a round for this audience: turnout, tallies once they are opened. */
export const picture = <T>(round: string): T | undefined => entity("pictures", round) as T | undefined;

/** All that this page holds now, as `replaceView` and `replaceMine` take it. */
export const held = () => ({ view: seen.whole(), mine: mine.whole() });
/** Take in a whole view. */
export const replaceView = (view: object): void => batch(() => seen.replace(view as Whole));
/** Take in what changed of the view. */
export const patchView = (message: PatchMessage): void => batch(() => seen.patch(message));
/** Take in all of one's own things. */
export const replaceMine = (view: object): void => batch(() => mine.replace(view as Whole));
/** Take in what changed of one's own things. */
export const patchMine = (message: PatchMessage): void => batch(() => mine.patch(message));
