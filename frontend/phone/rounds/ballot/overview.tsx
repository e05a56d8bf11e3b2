/** All one's answers in a ballot: to go back to one while it runs, to read afterwards. */

import { abstainWord, METHODS } from "../../../lib/ballot";
import { nt, t } from "../../../lib/i18n";
import type { Kept } from "../../../lib/store";
import type { BallotSeen } from "../../../lib/wire";
import { Dock } from "../../parts";
import { goTo } from "../../walk";
import { type Mine, myVotes, themesOf } from "./state";

export function AllVotes({ ballot, open }: { ballot: Kept<BallotSeen>; open: boolean }) {
  const all = themesOf(ballot.id);
  const mine = myVotes(ballot.id);
  const blank = all.filter(({ id }) => !mine.has(id));
  const first = blank[0];
  return (
    <>
      <ul role="list" class="rows">
        {all.map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="row" onClick={() => goTo(ballot.id, id)}>
              <Line name={name} said={sayOf(ballot, mine.get(id)) || t("nog geen antwoord")} on={mine.get(id)} />
            </button>
          </li>
        ))}
      </ul>
      <Dock>
        {first && open ? (
          <button type="button" class="button" onClick={() => goTo(ballot.id, first.id)}>
            {nt("Beantwoord er nog %(num)s", "Beantwoord er nog %(num)s", blank.length)}
          </button>
        ) : (
          <p class="done">{t("Klaar. Leg je telefoon gerust even weg.")}</p>
        )}
      </Dock>
    </>
  );
}

/** The same, to read. */
export function Votes({ ballot }: { ballot: Kept<BallotSeen> }) {
  const mine = myVotes(ballot.id);
  return (
    <ul role="list" class="rows">
      {themesOf(ballot.id).map(({ id, name }) => (
        <li key={id} class="row">
          <Line name={name} said={sayOf(ballot, mine.get(id)) || t("geen antwoord")} on={mine.get(id)} />
        </li>
      ))}
    </ul>
  );
}

function Line({ name, said, on }: { name: string; said: string; on: Mine | undefined }) {
  return (
    <span class="row-name">
      <b>{name}</b>
      <span class="said" data-answer={on ? "given" : undefined}>
        <span>{said}</span>
        {on?.reason && <span class="soft small">{on.reason}</span>}
      </span>
    </span>
  );
}

/** One's own answer in words, "" for none. */
export function sayOf({ method }: BallotSeen, mine: Mine | undefined): string {
  if (!mine) return "";
  return mine.value === undefined ? abstainWord() : METHODS[method].word(mine.value);
}
