/** What was asked and has no answer yet. A command is kept on the phone before it is sent, with an
 *  id of its own, and sent again with that id until its outcome comes: so nothing is lost and
 *  nothing happens twice. docs/protocol.md, "do". */

import { computed, effect, signal } from "@preact/signals";
import { createStore, del, entries, set } from "idb-keyval";
import { boot } from "./boot";
import { ask, connectionState, epoch, position } from "./connection";
import type { Outcome, Problem } from "./wire";

/** What may hold an address, which is not kept on a phone any longer than it has to be. */
const WITH_ADDRESS: ReadonlySet<string> = new Set(["group.join", "wish.give"]);

/** A command on its way. seq: up to where in which history it was stored, once it was; problem: why it was refused. */
export interface Sent {
  readonly id: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Its place in the order in which they were given. */
  readonly place: number;
  readonly seq?: number;
  readonly epoch?: string;
  readonly problem?: Problem;
}

const AT_ONCE = 16; // what one `do` may carry
const ANSWER_FOR = 4000; // ms
const FIRST_REST = 500; // ms before trying again, doubled each time
const LONGEST_REST = 15_000;
const KEPT_AFTER = 200; // stored commands kept, to offer again when a backup was put back
const SHOWN_FOR = 1500; // ms that a stored command stays, should its patch not come
const OTHER_WITHIN = 500; // ms between the view and one's own things being told of it, when both are
const NOT_STORED = new Set(["command.retry", "command.too_many"]);

const waiting = signal<readonly Sent[]>([]);
const stored = signal<readonly Sent[]>([]);
const declined = signal<readonly Sent[]>([]);

/** Everything that is not yet in the view, and not taken back: what the screen shows ahead of the server. */
export const underWay = computed(() => {
  const all = [...stored.value, ...waiting.value];
  const undone = new Set(all.filter(({ kind }) => kind === "undo").map(({ data }) => data["command"]));
  return all.filter(({ id }) => !undone.has(id));
});
/** What was refused for good, with what the person wrote; it stays until they have seen to it. */
export const refusals = computed(() => declined.value);
/** The last refusal, for a screen that says it in passing. */
export const refused = signal<{ readonly id: string; readonly code: string; readonly message: string } | undefined>();

/** Whether all that was done on this phone is safe with the server. */
export const safety = computed<"saved" | "sending" | "offline">(() => {
  if (connectionState.value === "offline") return "offline";
  return waiting.value.length > 0 ? "sending" : "saved";
});

const shelf = createStore(`brouwerij-${boot.code}-${boot.audience}`, "commands");
let acked: readonly Sent[] = [];
let place = 0;
let flying = false;
let tries = 0;

/** Give a command and return its id, which what it makes has too. */
export function send(kind: string, data: object): string {
  const sent: Sent = { id: newId(), kind, data: { ...data }, place: ++place };
  if (boot.example) {
    stored.value = [...stored.value, sent]; // shown as done, and that is all
    return sent.id;
  }
  waiting.value = [...waiting.value, sent];
  keep(sent).finally(() => void flush());
  return sent.id;
}

/** The data of the last command of a kind that is under way and fits, to show it ahead. */
export function asked<T>(kind: string, fits: (data: T) => boolean = () => true): T | undefined {
  const fitting = underWay.value.filter((sent) => sent.kind === kind && fits(sent.data as T));
  return fitting.at(-1)?.data as T | undefined;
}

/** Whether a command with this id, or about this entity, is still on its way. */
export const onItsWay = (id: string): boolean =>
  waiting.value.some((sent) => sent.id === id || Object.values(sent.data).includes(id));

/** What a person wrote in a command; nothing when it carries no sentence, or how to reach somebody:
 *  that is mended in its own form, which keeps what was filled in. */
export function written({ kind, data }: Sent): string | undefined {
  if (WITH_ADDRESS.has(kind)) return undefined;
  return ["text", "reason", "sentence", "first_step", "name"].map((field) => data[field]).find((it) => typeof it === "string");
}

/** Let go of a refused command, once its text was used or given up. */
export function dismiss(id: string): void {
  declined.value = declined.value.filter((sent) => sent.id !== id);
  void forget(id);
}

/** Take up what an earlier visit left, and send whenever there is a line. Await it before sending. */
export async function openOutbox(): Promise<void> {
  const found = await entries<string, Sent>(shelf).catch((): [string, Sent][] => []);
  const all = found.map(([, sent]) => sent).sort((a, b) => a.place - b.place);
  place = all.at(-1)?.place ?? 0;
  acked = all.filter(({ seq }) => seq !== undefined);
  declined.value = all.filter(({ problem }) => problem);
  waiting.value = all.filter(({ seq, problem }) => seq === undefined && !problem);
  effect(() => {
    if (connectionState.value === "online") void flush();
  });
  effect(settleShown);
}

/** Let go of what is in the view by now. A command may change both the view and one's own things,
 *  which come one after the other, or one of them: then there is nothing to wait for. */
function settleShown(): void {
  const { view, mine } = position.value;
  letGo(inBy(Math.min(view, mine)));
  const inEither = inBy(Math.max(view, mine));
  if (stored.peek().some(inEither)) setTimeout(letGo, OTHER_WITHIN, inEither);
}

const inBy = (seq: number) => (sent: Sent): boolean => (sent.seq ?? 0) <= seq;

/** Show some no longer; when they are gone already nothing has to be drawn again. */
function letGo(which: (sent: Sent) => boolean): void {
  if (stored.peek().some(which)) stored.value = stored.peek().filter((sent) => !which(sent));
}

/** The server may have an older copy than this phone saw stored: offer again what it may lack, with the same ids. */
export function offerAgain(history: string, upTo: number): void {
  const lacks = (sent: Sent): boolean => sent.epoch !== history || (sent.seq ?? 0) > upTo;
  const lost = acked.filter(lacks);
  if (lost.length === 0) return;
  acked = acked.filter((sent) => !lacks(sent));
  waiting.value = [...lost.map(({ id, kind, data, place }) => ({ id, kind, data, place })), ...waiting.value];
  void flush();
}

async function flush(): Promise<void> {
  if (flying || connectionState.peek() !== "online" || waiting.peek().length === 0) return;
  flying = true;
  const batch = waiting.peek().slice(0, AT_ONCE);
  let again = false;
  try {
    const outcomes = await ask(batch.map(({ id, kind, data }) => ({ id, kind, data })), ANSWER_FOR);
    again = batch.filter((sent, n) => !settle(sent, outcomes[n])).length > 0;
  } catch {
    again = true;
  }
  flying = false;
  tries = again ? tries + 1 : 0;
  if (again) setTimeout(() => void flush(), rest());
  else void flush();
}

const rest = (): number => Math.random() * Math.min(LONGEST_REST, FIRST_REST * 2 ** tries);

/** Note what became of a command; false when it has to be sent again. */
function settle(sent: Sent, outcome: Outcome | undefined): boolean {
  if (!outcome || outcome.id !== sent.id) return false;
  if (!outcome.ok && NOT_STORED.has(outcome.error?.code ?? "")) return false;
  waiting.value = waiting.peek().filter(({ id }) => id !== sent.id);
  if (outcome.ok) settleStored({ ...sent, seq: outcome.seq ?? 0, epoch: epoch.peek() });
  else if (outcome.error) settleRefused({ ...sent, problem: outcome.error });
  return true;
}

function settleStored(sent: Sent): void {
  stored.value = [...stored.peek(), sent];
  setTimeout(letGo, SHOWN_FOR, ({ id }: Sent) => id === sent.id);
  settleShown();
  if (WITH_ADDRESS.has(sent.kind)) return void forget(sent.id);
  acked = [...acked, sent];
  for (const old of acked.slice(0, -KEPT_AFTER)) void forget(old.id);
  acked = acked.slice(-KEPT_AFTER);
  void keep(sent);
}

function settleRefused(sent: Sent): void {
  refused.value = { id: sent.id, code: sent.problem?.code ?? "", message: sent.problem?.message ?? "" };
  if (written(sent) === undefined) return void forget(sent.id);
  declined.value = [...declined.peek(), sent];
  void keep(sent);
}

/** Without a store (a private window) the commands live as long as the page. */
const keep = (sent: Sent): Promise<void> => set(sent.id, sent, shelf).catch(() => undefined);
const forget = (id: string): Promise<void> => del(id, shelf).catch(() => undefined);

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
