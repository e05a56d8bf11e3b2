/** At the bottom: who is here, all rounds in a row, and how to join, whatever happens above. */

import { hereWord } from "../control/here";
import { METHODS } from "../lib/ballot";
import { boot } from "../lib/boot";
import { t } from "../lib/i18n";
import { type Kept, rounds, workshop } from "../lib/store";
import type { BallotSeen, RoundSeen } from "../lib/wire";
import { shortRound } from "../lib/words";

export function Foot() {
  const here = rounds.value.findIndex(({ id }) => id === workshop.value?.current);
  const names = namesOf(rounds.value);
  return (
    <footer class="foot">
      <div class="foot-words">
        {hereWord() && <p class="here">{hereWord()}</p>}
        <ol role="list" class="foot-rounds" aria-label={t("Rondes")}>
          {rounds.value.map((round, n) => (
            <li
              key={round.id}
              class="chip"
              data-kind={n < here ? "done" : undefined}
              aria-current={n === here ? "step" : undefined}
            >
              <span>{names[n]}</span>
            </li>
          ))}
        </ol>
      </div>
      <JoinCorner />
    </footer>
  );
}

/** What the rounds are called in a row: of several ballots the method, and a number where two would be called the same. */
function namesOf(plan: readonly Kept<RoundSeen>[]): readonly string[] {
  const several = plan.filter(({ kind }) => kind === "ballot").length > 1;
  const names = plan.map((round) => round.title || (several && methodName(round)) || shortRound(round.kind));
  return names.map((name, n) => {
    const alike = names.flatMap((other, m) => (other === name ? m : []));
    return alike.length > 1 ? `${name} ${alike.indexOf(n) + 1}` : name;
  });
}

const methodName = ({ kind, settings }: Kept<RoundSeen>): string =>
  kind === "ballot" ? METHODS[(settings as { method: BallotSeen["method"] }).method].name() : "";

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
