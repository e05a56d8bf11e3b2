/** All one's answers in a ballot: to go back to one while it runs, to read afterwards. */

import { NextGuest } from "../../../control/guests";
import { abstainWord, METHODS } from "../../../lib/ballot";
import { guest } from "../../../lib/guest";
import { nt, t } from "../../../lib/i18n";
import type { Kept } from "../../../lib/store";
import { type Mine, myVotes, type Thing, WHOLE } from "../../../lib/votes";
import type { BallotSeen } from "../../../lib/wire";
import { draft } from "../../../lib/draft";
import { objectionDraft } from "../../objection";
import { Dock } from "../../parts";
import { goTo } from "../../walk";
import { thingsOf } from "./state";

export function AllVotes({ ballot, open }: { ballot: Kept<BallotSeen>; open: boolean }) {
  const all = thingsOf(ballot.id);
  const mine = myVotes(ballot.id);
  const blank = all.filter(({ id }) => !mine.has(id));
  const first = blank[0];
  return (
    <>
      <ul role="list" class="rows">
        {all.map((theme) => (
          <li key={theme.id}>
            <button type="button" class="row" onClick={() => goTo(ballot.id, theme.id)}>
              <Line round={ballot.id} theme={theme} said={sayOf(ballot, mine.get(theme.id)) || t("nog geen antwoord")} on={mine.get(theme.id)} />
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
          <AllDone />
        )}
      </Dock>
    </>
  );
}

/** For oneself it is over; a helper goes on with the next guest. */
const AllDone = () => (guest.value ? <NextGuest /> : <p class="done">{t("Klaar. Leg je telefoon gerust even weg.")}</p>);

/** The same, to read. */
export function Votes({ ballot }: { ballot: Kept<BallotSeen> }) {
  const mine = myVotes(ballot.id);
  if (mine.has(WHOLE)) return <p class="soft">{abstainWord()}</p>;
  if (ballot.method === "pairwise") {
    return <p class="soft">{nt("Je vergeleek %(num)s keer twee thema’s.", "Je vergeleek %(num)s keer twee thema’s.", mine.size)}</p>;
  }
  return (
    <ul role="list" class="rows">
      {thingsOf(ballot.id).map((theme) => (
        <li key={theme.id} class="row">
          <Line round={ballot.id} theme={theme} said={sayOf(ballot, mine.get(theme.id)) || t("geen antwoord")} on={mine.get(theme.id)} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly round: string;
  readonly theme: Thing;
  readonly said: string;
  readonly on: Mine | undefined;
}

function Line({ round, theme, said, on }: LineProps) {
  const unsent = draft(objectionDraft(round, theme.id)).value;
  return (
    <span class="row-name">
      <b>{theme.name}</b>
      <span class="said" data-answer={on ? "given" : undefined}>
        <span>{said}</span>
        {on?.reason && <span class="soft small">{on.reason}</span>}
        {unsent && <span class="soft small">{t("Niet verstuurd: %(text)s", { text: unsent })}</span>}
      </span>
    </span>
  );
}

/** One's own answer in words, "" for none. */
export function sayOf({ method }: BallotSeen, mine: Mine | undefined): string {
  if (!mine) return "";
  const { word, reasoned } = METHODS[method];
  if (mine.value === undefined) return abstainWord();
  return mine.value === reasoned ? t("Bezwaar") : word(mine.value);
}
