/** The line to the server: comes in, comes back, and keeps the view whole. docs/protocol.md tells
 *  the wire; no rule of the method is in here. */

import { computed, signal } from "@preact/signals";
import { io, type Socket } from "socket.io-client";
import { boot, type Example } from "./boot";
import { keepTime, setServerTime } from "./clock";
import { own, patchMine, patchView, replaceMine, replaceView } from "./store";
import type { Bye, Hello, Outcome, PatchMessage, Presence, Problem, Refused, Welcome } from "./wire";

const HELLO_FOR = 8000; // ms to wait for the answer to a hello
const PROBE_FOR = 4000; // ms, for a line that may have died while the phone slept

type ConnectionState = "connecting" | "online" | "offline" | "ended";

const greeted = signal(false);
/** Whether there is something to show. */
const everGreeted = signal(false);
/** Why the server does not let this page in any more; nothing while it does. */
export const shownOut = signal<Problem | undefined>(undefined);

/** Whether what is on the screen is live. */
export const connectionState = computed<ConnectionState>(() => {
  if (shownOut.value) return "ended";
  if (greeted.value) return "online";
  return everGreeted.value ? "offline" : "connecting";
});

/** Who is here, for a screen that may know; nothing as long as that was not told. */
export const presence = signal<Presence | undefined>(undefined);

/** Up to where the view and one's own things are true. */
export const position = signal({ view: 0, mine: 0 });

/** The history of which this is the view; "" before the first hello. */
export const epoch = signal("");
/** Whose view this is: who moved hears of it before they have the other. */
let table = 0;
let greeting = false;
let held: (() => void)[] = [];
let socket: Socket | undefined;
/** Told at each hello up to where the server knows which history. */
let onHistory = (_epoch: string, _seq: number): void => undefined;

/** Show what this page held on an earlier visit, as long as there is no line. */
export function showEarlier({ view, mine }: { view: object; mine: object }): void {
  if (everGreeted.peek()) return;
  replaceView(view);
  replaceMine(mine);
  everGreeted.value = true;
}

/** Be a page that is online and holds this, without a line to anybody. */
export function showExample({ view, mine, now }: Example): void {
  setServerTime(now, performance.now());
  keepTime(() => undefined);
  showEarlier({ view, mine });
  greeted.value = true;
}

/** Open the line. history: called at each hello with up to where the server knows which history. */
export function connect(history: typeof onHistory): void {
  onHistory = history;
  const opened = io({
    query: { w: boot.code },
    transports: ["websocket", "polling"],
    reconnectionDelay: 500,
    reconnectionDelayMax: 8000,
    randomizationFactor: 0.7, // a room that lost its Wi-Fi does not come back all at once
    timeout: 8000,
  });
  socket = opened;
  opened.on("connect", () => void hello());
  opened.on("disconnect", (reason) => {
    greeted.value = false;
    if (reason === "io server disconnect" && !shownOut.value) opened.connect();
  });
  opened.on("patch", (message: PatchMessage) => orLater(() => take("view", message)));
  opened.on("mine", (message: PatchMessage) => orLater(() => take("mine", message)));
  opened.on("bye", onBye);
  opened.on("presence", (now: Presence) => (presence.value = now));
  keepTime(probe);
  addEventListener("online", comeBack);
  addEventListener("pageshow", (event) => event.persisted && probe());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && probe());
}

/** Send commands; the outcomes in their order. Rejects when no answer comes in time. */
export async function ask(commands: readonly object[], patience: number): Promise<Outcome[]> {
  if (!socket || !greeted.value) throw new Error("not connected");
  return (await socket.timeout(patience).emitWithAck("do", commands)) as Outcome[];
}

/** Ask something that is no command. Nothing when there is no answer now, or it was refused. */
export async function question<Answer extends object>(event: string, patience: number): Promise<Answer | undefined> {
  if (!socket || !greeted.value) return undefined;
  const answer = (await socket.timeout(patience).emitWithAck(event).catch(() => undefined)) as Answer | Refused | null | undefined;
  return answer && !("error" in answer) ? answer : undefined;
}

/** Say something that may get lost. */
export const tell = (event: string): unknown => socket?.volatile.emit(event);

/** Say who we are and what we hold; take in what is missing. whole: ask for everything. */
async function hello(whole = false, patience = HELLO_FOR): Promise<void> {
  if (greeting || !socket?.connected) return;
  greeting = true;
  const asked = performance.now();
  let answer: Welcome | Refused;
  try {
    answer = (await socket.timeout(patience).emitWithAck("hello", aboutUs(whole))) as Welcome | Refused;
  } catch {
    held = [];
    greeting = false;
    return comeBack();
  }
  greeting = false;
  if (answer.ok === true) welcome(answer, asked);
  else notWelcome((answer as Refused).error);
}

function aboutUs(whole: boolean): Hello {
  return {
    code: boot.code,
    audience: boot.audience,
    language: boot.language,
    epoch: epoch.peek(),
    table,
    seq: whole ? 0 : position.peek().view,
  };
}

function welcome(answer: Welcome, asked: number): void {
  setServerTime(answer.now, asked);
  epoch.value = answer.epoch;
  if (answer.view) replaceView(answer.view);
  else answer.patches.forEach(patchView);
  replaceMine(answer.mine);
  table = Object.values(own("me").peek())[0]?.table ?? 0;
  position.value = { view: answer.seq, mine: answer.seq };
  everGreeted.value = true;
  greeted.value = true;
  const waiting = held;
  held = [];
  waiting.forEach((apply) => apply());
  onHistory(answer.epoch, answer.seq);
}

function notWelcome(problem: Problem): void {
  if (boot.audience === "participant" && problem.code === "participant.unknown") {
    location.assign(`/${boot.code}`); // the join page knows what to do
    return;
  }
  shownOut.value = problem;
  socket?.disconnect();
}

/** What comes in while the answer to a hello is under way is applied after it. */
function orLater(apply: () => void): void {
  if (greeting) held.push(apply);
  else apply();
}

function take(what: "view" | "mine", message: PatchMessage): void {
  const have = position.peek()[what];
  if (message.to <= have) return;
  if (message.from > have) return void hello();
  (what === "view" ? patchView : patchMine)(message);
  position.value = { ...position.peek(), [what]: message.to };
}

function onBye({ reason }: Bye): void {
  if (reason === "moved") return orLater(() => void hello(true));
  if (reason === "behind") return orLater(() => void hello());
  shownOut.value = { code: "link.revoked", message: "" };
}

/** See whether the line still lives: a phone's sleeps without a word. */
function probe(): void {
  if (socket?.connected) void hello(false, PROBE_FOR);
  else comeBack();
}

/** Try again at once instead of waiting for the next turn. */
function comeBack(): void {
  if (!socket || shownOut.value) return;
  greeted.value = false;
  socket.disconnect().connect();
}
