/** Everything a facilitator can do from the projector, as one table: the keys, the overlay that
 *  lists them and the buttons all read it. */

import { t } from "../lib/i18n";
import { revealedWord, revealWord } from "../lib/words";
import { act, done, undo, undoWord } from "./act";
import {
  atHand,
  close,
  end,
  extend,
  focus,
  hide,
  minuteWord,
  nameOf,
  open,
  pause,
  startPicking,
  stepWord,
  takeStep,
} from "./deeds";
import { turns } from "./focus";
import { gong, toggleGong } from "./gong";
import { following, ideas, step } from "./room";
import { drawer, lowerDrawer, opened, picked, raiseDrawer } from "./screen";
import { earlier, nextPhase } from "./step";
import { canMap, canUnveil, canVeil, mapWord, toggleMap, unveil, unveilWord } from "./unveil";
import { currentRound, rounds, workshop } from "../lib/store";

export interface Action {
  readonly name: string;
  /** As KeyboardEvent.key says it; the first is shown. */
  readonly keys: readonly string[];
  readonly label: () => string;
  /** Whether it makes sense now; the server has the last word. */
  readonly can: () => boolean;
  readonly run: () => void;
}

const running = () => currentRound.value?.status === "open" || currentRound.value?.status === "paused";
const begun = () => currentRound.value !== undefined && currentRound.value.status !== "planned";
const live = () => workshop.value?.state !== "ended";

function toggleFullscreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen().catch(() => undefined);
}

function dismiss(): void {
  if (opened.value) opened.value = "";
  else if (picked.value) picked.value = "";
  else lowerDrawer();
}

export const ACTIONS: readonly Action[] = [
  {
    name: "step",
    keys: ["Enter"],
    label: () => stepWord(step.value),
    can: () => step.value.kind !== "none",
    run: takeStep,
  },
  {
    name: "open",
    keys: ["o"],
    label: () => (following.value ? t("Start %(round)s", { round: nameOf(following.value) }) : t("Start de volgende ronde")),
    can: () => live() && following.value !== undefined,
    run: () => following.value && open(following.value),
  },
  {
    name: "reopen",
    keys: ["O"],
    label: () => t("Heropen %(round)s", { round: currentRound.value ? nameOf(currentRound.value) : "" }),
    can: () => live() && currentRound.value?.status === "closed",
    run: () => currentRound.value && open(currentRound.value),
  },
  {
    name: "pause",
    keys: ["p"],
    label: () => (currentRound.value?.status === "paused" ? t("Ga verder") : t("Zet stil")),
    can: running,
    run: pause,
  },
  {
    name: "extend",
    keys: ["+", "="],
    label: () => minuteWord(1),
    can: running,
    run: () => extend(1),
  },
  {
    name: "close",
    keys: ["c"],
    label: () => t("Sluit de ronde"),
    can: running,
    run: () => currentRound.value && close(currentRound.value),
  },
  {
    name: "reveal",
    keys: ["r"],
    label: () => (canUnveil() ? t("Toon alle thema’s") : revealWord(currentRound.value ? nextPhase(currentRound.value) : "")),
    can: () => begun() && currentRound.value !== undefined && nextPhase(currentRound.value) !== "",
    run: () =>
      currentRound.value &&
      act("round.reveal", { round: currentRound.value.id }, revealedWord(nextPhase(currentRound.value))),
  },
  { name: "unveil", keys: ["n", "PageDown"], label: unveilWord, can: canUnveil, run: () => unveil(1) },
  {
    name: "veil",
    keys: ["N", "PageUp"],
    label: () => t("Een thema terug"),
    can: canVeil,
    run: () => unveil(-1),
  },
  {
    name: "map",
    keys: ["k"],
    label: mapWord,
    can: canMap,
    run: toggleMap,
  },
  {
    name: "focus",
    keys: ["f"],
    label: () => t("Volgende op het scherm"),
    can: () => begun() && currentRound.value !== undefined && turns(currentRound.value).length > 0,
    run: () => focus(1),
  },
  {
    name: "unfocus",
    keys: ["F"],
    label: () => t("Vorige op het scherm"),
    can: () => begun() && currentRound.value !== undefined && turns(currentRound.value).length > 0,
    run: () => focus(-1),
  },
  {
    name: "spotlight",
    keys: ["s"],
    label: () => (workshop.value?.spotlight ? t("Toon weer alle ideeën") : t("Zet een idee groot")),
    can: () => workshop.value?.spotlight !== "" || ideas.value.length > 0,
    run: startPicking,
  },
  {
    name: "hide",
    keys: ["h"],
    label: () => t("Verberg dit idee"),
    can: () => Boolean(atHand()),
    run: () => hide(atHand() ?? ""),
  },
  {
    name: "message",
    keys: ["m"],
    label: () => t("Bericht aan iedereen"),
    can: () => true,
    run: () => {
      raiseDrawer();
      opened.value = "message";
    },
  },
  {
    name: "back",
    keys: ["b"],
    label: () => t("Terug naar de vorige ronde"),
    can: () => earlier(rounds.value, currentRound.value?.id ?? ""),
    run: () => act("round.back", {}, t("Terug naar de vorige ronde")),
  },
  { name: "undo", keys: ["u"], label: undoWord, can: () => done.value.length > 0 || begun(), run: undo },
  {
    name: "end",
    keys: ["x"],
    label: () => t("Rond de sessie af"),
    can: live,
    run: end,
  },
  {
    name: "fullscreen",
    keys: ["v"],
    label: () => t("Zet volledig scherm aan of uit"),
    can: () => true,
    run: toggleFullscreen,
  },
  {
    name: "gong",
    keys: ["g"],
    label: () => (gong.value ? t("Zet de bel uit") : t("Laat een bel horen als de tijd om is")),
    can: () => true,
    run: toggleGong,
  },
  {
    name: "drawer",
    keys: [" "],
    label: () => t("Toon of verberg de knoppen"),
    can: () => true,
    run: () => (drawer.value ? lowerDrawer() : raiseDrawer()),
  },
  {
    name: "keys",
    keys: ["?"],
    label: () => t("Deze lijst met toetsen"),
    can: () => true,
    run: () => (opened.value = opened.value === "keys" ? "" : "keys"),
  },
  { name: "escape", keys: ["Escape"], label: () => t("Sluit wat openstaat"), can: () => true, run: dismiss },
];

export const action = (name: string): Action | undefined => ACTIONS.find((one) => one.name === name);

const KEY_WORDS: Record<string, () => string> = { " ": () => t("Spatie"), Escape: () => "Esc" };

/** A key as it stands on the keyboard. */
export const keyWord = (key: string): string =>
  KEY_WORDS[key]?.() ?? (/^[A-Z]$/.test(key) ? `⇧ ${key.toLowerCase()}` : key);
