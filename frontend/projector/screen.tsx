/** The whole screen: the frame around the picture of the moment, and the controls above it. */

import { useEffect } from "preact/hooks";
import { listenToKeys } from "../control/keys";
import { opened, raiseDrawer } from "../control/screen";
import { boot } from "../lib/boot";
import { t } from "../lib/i18n";
import { Drawer } from "./drawer";
import { Ended } from "./ended";
import { Foot } from "./foot";
import { Head } from "./head";
import { Joining } from "./joining";
import { KeysOverlay } from "./keys-overlay";
import { PICTURES } from "./rounds";
import { Spotlight } from "./spotlight";
import { currentRound, workshop } from "../lib/store";

const controls = boot.controls === true;

export function Screen() {
  useEffect(() => (controls ? listenToKeys() : undefined), []);
  const { name, dark, picture } = scene();
  useEffect(() => {
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }, [dark]);
  return (
    <div class="screen" data-scene={name} {...(controls ? { onMouseMove: raiseAtTheEdge } : {})}>
      {picture}
      {workshop.value?.message && (
        <p class="message" role="status">
          {workshop.value.message}
        </p>
      )}
      {controls && <Drawer />}
      {controls && opened.value === "keys" && <KeysOverlay />}
    </div>
  );
}

const EDGE = 0.88; // of the height: below it the mouse is looking for the controls

function raiseAtTheEdge(event: MouseEvent): void {
  if (event.clientY > innerHeight * EDGE && event.buttons === 0) raiseDrawer();
}

interface Scene {
  readonly name: string;
  readonly dark: boolean;
  readonly picture: preact.JSX.Element;
}

function scene(): Scene {
  const round = currentRound.value;
  if (!workshop.value) return { name: "waiting", dark: true, picture: <p class="empty">{t("Even geduld …")}</p> };
  if (workshop.value.state === "ended") return { name: "ended", dark: true, picture: <Ended /> };
  if (!round) return { name: "joining", dark: true, picture: <Joining /> };
  const spotlit = workshop.value.spotlight;
  const known = PICTURES[round.kind];
  const dark = Boolean(spotlit) || known?.dark === true;
  return {
    name: spotlit ? "spotlight" : round.kind,
    dark,
    picture: (
      <>
        <Head round={round} />
        <main class="stage" data-paused={round.status === "paused" || undefined}>
          {spotlit ? <Spotlight idea={spotlit} /> : known && <known.Picture round={round} />}
          {round.status === "paused" && <Paused />}
        </main>
        <Foot />
      </>
    ),
  };
}

function Paused() {
  return (
    <div class="paused" role="status">
      <h2>{t("De ronde staat even stil")}</h2>
      <p>{t("We gaan zo verder. Wat je schreef, is bewaard.")}</p>
    </div>
  );
}
