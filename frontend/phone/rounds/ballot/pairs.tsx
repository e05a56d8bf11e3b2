/** Which of these two: one pair at a time, with the way back to those before. */

import { NextGuest } from "../../../control/guests";
import { forVoter, guest } from "../../../lib/guest";
import { t } from "../../../lib/i18n";
import { onItsWay } from "../../../lib/outbox";
import { myVotes, pairsOf } from "../../../lib/votes";
import { Problem } from "../../asking";
import { useHeading } from "../../heading";
import { Safe } from "../../../lib/safe";
import { Dock } from "../../parts";
import { FoldedQuotes, themeName } from "../../themes";
import { chosenPlace, goTo } from "../../walk";
import { Abstain } from "./abstain";
import type { AskingProps } from "./state";

export function Pairs({ ballot, open, ask, problem }: AskingProps) {
  const round = ballot.id;
  const pairs = pairsOf(round);
  const mine = myVotes(round);
  const chosen = chosenPlace(round);
  const pair = pairs.find((one) => one === chosen) ?? pairs.find((one) => !mine.has(one));
  const here = pair ? pairs.indexOf(pair) : pairs.length;
  const before = pairs[here - 1];
  useHeading(pair ?? "");
  const say = (about: string, said: object) => ask("ballot.vote", forVoter({ round, about, ...said }));
  const answer = (said: object) => {
    goTo(round, ""); // on to the first that is open
    say(pair ?? "", said);
  };
  return (
    <>
      {pair ? (
        <OnePair key={pair} pair={pair} number={here + 1} value={mine.get(pair)?.value} open={open} answer={answer} />
      ) : (
        <p class="done">{mine.has("") ? t("Je onthoudt je van deze stemming.") : t("Dat was alles. Dank je wel.")}</p>
      )}
      <Abstain mine={mine} open={open} say={say} />
      <Dock>
        <Problem of={problem} />
        <div class="dock-row">
          <button type="button" class="button" data-kind="outline" disabled={!before} onClick={() => goTo(round, before ?? "")}>
            {t("Vorige")}
          </button>
          {guest.value && <NextGuest />}
          {mine.size > 0 && <Safe moving={[...mine.keys()].some(onItsWay)} />}
        </div>
      </Dock>
    </>
  );
}

interface OnePairProps {
  readonly pair: string;
  readonly number: number;
  readonly value: number | undefined;
  readonly open: boolean;
  readonly answer: (said: object) => void;
}

function OnePair({ pair, number, value, open, answer }: OnePairProps) {
  const [first = "", second = ""] = pair.split(":");
  return (
    <section class="stack pair" aria-labelledby="pair">
      <h2 id="pair" class="label soft">
        {t("Vergelijking %(number)s", { number })}
      </h2>
      {[first, second].map((theme, n) => (
        <div key={theme} class="stack">
          <button
            type="button"
            class="pair-theme"
            aria-pressed={value === (n === 0 ? 1 : -1)}
            disabled={!open}
            onClick={() => answer({ value: n === 0 ? 1 : -1 })}
          >
            {themeName(theme)}
          </button>
          <FoldedQuotes theme={theme} />
        </div>
      ))}
      <div class="now-buttons pair-other">
        <button type="button" class="button" data-kind="outline" aria-pressed={value === 0} disabled={!open} onClick={() => answer({ value: 0 })}>
          {t("Even graag")}
        </button>
        <button type="button" class="button" data-kind="quiet" disabled={!open} onClick={() => answer({ abstain: true })}>
          {t("Sla over")}
        </button>
      </div>
    </section>
  );
}
