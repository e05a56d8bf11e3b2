/** At the bottom: who is here, all rounds in a row, and how to join, whatever happens above. */

import { hereWord } from "../control/here";
import { boot } from "../lib/boot";
import { t } from "../lib/i18n";
import { rounds, workshop } from "../lib/store";
import { namesOf, numbered } from "./round-names";
import { useStage } from "./stage";

export function Foot() {
  return (
    <footer class="foot">
      <div class="foot-words">
        {hereWord() && <p class="here">{hereWord()}</p>}
        <Rounds />
      </div>
      <JoinCorner />
    </footer>
  );
}

/** Where the room is. Without room for all names, rounds far from now have their number only. */
function Rounds() {
  const [row, { width }] = useStage<HTMLOListElement>();
  const here = rounds.value.findIndex(({ id }) => id === workshop.value?.current);
  const names = namesOf(rounds.value);
  const short = numbered(names, here, width);
  return (
    <ol role="list" class="foot-rounds" aria-label={t("Rondes")} ref={row}>
      {rounds.value.map((round, n) => (
        <li
          key={round.id}
          class="chip"
          data-kind={n < here ? "done" : undefined}
          data-short={short.has(n) || undefined}
          aria-current={n === here ? "step" : undefined}
        >
          {short.has(n) && <span aria-hidden="true">{n + 1}</span>}
          <span class={short.has(n) ? "visually-hidden" : undefined}>{names[n]}</span>
        </li>
      ))}
    </ol>
  );
}

/** The code and a small QR, always in the same corner. */
function JoinCorner() {
  return (
    <div class="join-corner">
      <p>
        <span>{t("Doe mee op %(place)s", { place: joinPlace() })}</span>
        <b class="join-code">{boot.code}</b>
      </p>
      <Qr />
    </div>
  );
}

/** Where to go by hand: the address without what a browser adds itself. */
export function joinPlace(): string {
  try {
    return new URL(boot.joinUrl).host;
  } catch {
    return boot.joinUrl;
  }
}

export function Qr() {
  const drawn = document.querySelector<HTMLTemplateElement>("template#qr")?.innerHTML ?? "";
  // The page's own template, made by the server: no words of people are in it.
  return <div class="qr-holder" role="img" aria-label={t("QR-code om mee te doen")} dangerouslySetInnerHTML={{ __html: drawn }} />;
}
