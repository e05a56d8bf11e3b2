/** The first three: every theme with a button for each place, and the three places filling up below. */

import { NextGuest } from "../../../control/guests";
import { METHODS } from "../../../lib/ballot";
import { forVoter, guest } from "../../../lib/guest";
import { t } from "../../../lib/i18n";
import { onItsWay } from "../../../lib/outbox";
import { myVotes } from "../../../lib/votes";
import { Problem } from "../../asking";
import { Safe } from "../../../lib/safe";
import { Dock } from "../../parts";
import { FoldedQuotes, themeName } from "../../themes";
import { Abstain } from "./abstain";
import { type AskingProps, themesOf } from "./state";

export function Rank({ ballot, open, ask, problem }: AskingProps) {
  const round = ballot.id;
  const { values, word } = METHODS[ballot.method];
  const mine = myVotes(round);
  const at = (place: number) => [...mine].find(([, { value }]) => value === place)?.[0];
  const say = (about: string, said: object) => ask("ballot.vote", forVoter({ round, about, ...said }));
  return (
    <>
      <ul role="list" class="stack">
        {themesOf(round).map(({ id, name }) => (
          <li key={id} class="card rank-theme">
            <div class="rank-row" role="group" aria-label={name}>
              <h2>{name}</h2>
              {values.map((place) => (
                <button
                  key={place}
                  type="button"
                  class="rank-place"
                  aria-pressed={mine.get(id)?.value === place}
                  aria-label={word(place)}
                  disabled={!open}
                  onClick={() => say(id, mine.get(id)?.value === place ? {} : { value: place })}
                >
                  {place}
                </button>
              ))}
            </div>
            <FoldedQuotes theme={id} />
          </li>
        ))}
      </ul>
      <Abstain mine={mine} open={open} say={say} />
      <Dock>
        <Problem of={problem} />
        <div class="places">
          <ol aria-live="polite">
            {values.map((place) => (
              <li key={place}>{themeName(at(place) ?? "") || t("nog vrij")}</li>
            ))}
          </ol>
          {mine.size > 0 && <Safe moving={[...mine.keys()].some(onItsWay)} />}
          {guest.value && <NextGuest />}
        </div>
      </Dock>
    </>
  );
}
