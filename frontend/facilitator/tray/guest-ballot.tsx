/** The ballot of one guest by any of the methods, as who leads enters it. */

import { useState } from "preact/hooks";
import { act } from "../../control/act";
import { abstainWord, aboutName, ballotOf, METHODS } from "../../lib/ballot";
import { forVoter } from "../../lib/guest";
import { t } from "../../lib/i18n";
import type { Kept } from "../../lib/store";
import { type Mine, myVotes, pairsOf, type Thing, thingsAsked, WHOLE } from "../../lib/votes";
import type { BallotSeen, RoundSeen } from "../../lib/wire";
import { Reason } from "./reason";

export function GuestBallot({ round }: { round: Kept<RoundSeen> }) {
  const ballot = ballotOf(round.id);
  if (!ballot) return null;
  if (ballot.method === "pairwise") return <GuestPairs ballot={ballot} />;
  return (
    <>
      {thingsAsked(round.id).map((thing) => (
        <GuestAnswer key={thing.id} ballot={ballot} thing={thing} />
      ))}
      {METHODS[ballot.method].whole && <Abstains ballot={ballot} />}
    </>
  );
}

type Ballot = { readonly ballot: Kept<BallotSeen> };

const give = ({ id }: Kept<BallotSeen>, about: string, said: object) =>
  act("ballot.vote", forVoter({ round: id, about, ...said }), t("Antwoord op %(name)s", { name: nameOf(about) }));

/** What a vote is about, in words. */
const nameOf = (about: string): string =>
  about === WHOLE ? abstainWord() : about.split(":").map(aboutName).join(" / ");

const LISTED = 5; // answers that stand one below the other; more become a list to choose from

function GuestAnswer({ ballot, thing }: Ballot & { thing: Thing }) {
  const { values, word, reasoned, whole } = METHODS[ballot.method];
  const mine = myVotes(ballot.id).get(thing.id);
  const [reason, setReason] = useState(mine?.reason ?? "");
  const [objecting, setObjecting] = useState(false);
  const say = (said: object) => {
    setObjecting(false);
    give(ballot, thing.id, said);
  };
  const choose = (value: number) => (value === reasoned ? setObjecting(true) : say({ value }));
  const on = (value: number) => (objecting ? value === reasoned : mine?.value === value);
  if (values.length > LISTED) return <GuestScale thing={thing} values={values} word={word} mine={mine} say={say} />;
  return (
    <fieldset class="guest-votes">
      <legend>{thing.name}</legend>
      {values.map((value) => (
        <label key={value} class="choice">
          <input type="radio" name={thing.id} checked={on(value)} onChange={() => choose(value)} />
          {word(value)}
        </label>
      ))}
      {(objecting || (mine !== undefined && mine.value === reasoned)) && (
        <Reason reason={reason} write={setReason} save={() => say({ value: reasoned, reason })} />
      )}
      <label class="choice">
        <input
          type="radio"
          name={thing.id}
          checked={!objecting && (whole ? !mine : mine !== undefined && mine.value === undefined)}
          onChange={() => say(whole ? {} : { abstain: true })}
        />
        {whole ? t("niet in de top drie") : abstainWord()}
      </label>
    </fieldset>
  );
}

interface ScaleProps {
  readonly thing: Thing;
  readonly values: readonly number[];
  readonly word: (value: number) => string;
  readonly mine: Mine | undefined;
  readonly say: (said: object) => void;
}

function GuestScale({ thing, values, word, mine, say }: ScaleProps) {
  const chosen = mine && (mine.value === undefined ? "abstain" : String(mine.value));
  const choose = (picked: string) => say(picked === "" ? {} : picked === "abstain" ? { abstain: true } : { value: Number(picked) });
  return (
    <label class="field">
      <span>{thing.name}</span>
      <select class="input" value={chosen ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("nog geen antwoord")}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {word(value)}
          </option>
        ))}
        <option value="abstain">{abstainWord()}</option>
      </select>
    </label>
  );
}

function GuestPairs({ ballot }: Ballot) {
  const mine = myVotes(ballot.id);
  const pairs = pairsOf(ballot.id);
  const pair = pairs.find((one) => !mine.has(one));
  const [first = "", second = ""] = (pair ?? "").split(":");
  return (
    <fieldset class="guest-votes">
      <legend>{pair ? t("Vergelijking %(number)s", { number: pairs.indexOf(pair) + 1 }) : t("Deze gast is klaar.")}</legend>
      {pair && (
        <div class="now-buttons">
          <button type="button" class="button" data-kind="outline" onClick={() => give(ballot, pair, { value: 1 })}>
            {aboutName(first)}
          </button>
          <button type="button" class="button" data-kind="outline" onClick={() => give(ballot, pair, { value: -1 })}>
            {aboutName(second)}
          </button>
          <button type="button" class="button" data-kind="quiet" onClick={() => give(ballot, pair, { value: 0 })}>
            {t("Even graag")}
          </button>
          <button type="button" class="button" data-kind="quiet" onClick={() => give(ballot, pair, { abstain: true })}>
            {t("Sla over")}
          </button>
        </div>
      )}
      <Abstains ballot={ballot} />
    </fieldset>
  );
}

const Abstains = ({ ballot }: Ballot) => (
  <label class="choice">
    <input
      type="checkbox"
      checked={myVotes(ballot.id).has(WHOLE)}
      onChange={(event) => give(ballot, WHOLE, event.currentTarget.checked ? { abstain: true } : {})}
    />
    {abstainWord()}
  </label>
);
