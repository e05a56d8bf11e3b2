/** One theme of a ballot with its answers, one below the other, and apart from those: to abstain. */

import { useState } from "preact/hooks";
import { abstainWord, METHODS } from "../../../lib/ballot";
import { forVoter } from "../../../lib/guest";
import { t } from "../../../lib/i18n";
import { onItsWay } from "../../../lib/outbox";
import type { Kept } from "../../../lib/store";
import { myVotes, type Thing } from "../../../lib/votes";
import type { BallotSeen } from "../../../lib/wire";
import { Problem, type useAsking } from "../../asking";
import { draft } from "../../../lib/draft";
import { Moves } from "../../moves";
import { Objection, objectionDraft, tidy } from "../../objection";
import { Safe } from "../../../lib/safe";
import { Dock } from "../../parts";
import { FoldedQuotes } from "../../themes";
import { goTo } from "../../walk";
import { sayOf } from "./overview";
import { thingsOf } from "./state";

const LISTED = 5; // answers that stand one below the other; more become a scale

export type OneThemeProps = ReturnType<typeof useAsking> & {
  readonly ballot: Kept<BallotSeen>;
  readonly theme: Thing;
  readonly open: boolean;
};

export function OneTheme({ ballot, theme, open, ask, problem }: OneThemeProps) {
  const round = ballot.id;
  const { values, word, tone, reasoned } = METHODS[ballot.method];
  const mine = myVotes(round).get(theme.id);
  const unsent = draft(objectionDraft(round, theme.id));
  const [objecting, setObjecting] = useState(unsent.peek() !== "");
  const say = (said: object) => {
    unsent.value = "";
    setObjecting(false);
    ask("ballot.vote", forVoter({ round, about: theme.id, ...said }));
  };
  const choose = (value: number) => (value === reasoned ? setObjecting(true) : say({ value })); // sent with its reason
  const leave = (to: string) => {
    if (open && objecting && tidy(unsent.value)) say({ value: reasoned, reason: tidy(unsent.value) });
    goTo(round, to);
  };
  const objected = mine !== undefined && mine.value === reasoned && reasoned !== undefined;
  return (
    <>
      <Amended ballot={ballot} theme={theme.id} />
      <FoldedQuotes theme={theme.id} />
      <fieldset class="stack answers" disabled={!open}>
        <legend class="visually-hidden">{t("Je antwoord")}</legend>
        {values.length > LISTED && <Scale values={values} word={word} on={mine?.value} choose={choose} />}
        {values.length <= LISTED && values.map((value) => (
          <Choice key={value} on={objecting ? value === reasoned : mine?.value === value} tone={`${tone(value)}`} choose={() => choose(value)}>
            {word(value)}
          </Choice>
        ))}
        {(objecting || objected) && (
          <Objection
            sent={objected ? (mine.reason ?? "") : ""}
            until={objected ? "" : sayOf(ballot, mine)}
            unsent={unsent}
            save={(reason) => say({ value: reasoned, reason })}
          />
        )}
        <Choice on={!objecting && mine !== undefined && mine.value === undefined} tone="abstain" choose={() => say({ abstain: true })}>
          {abstainWord()}
        </Choice>
        <Answered given={mine !== undefined && !objecting} moving={onItsWay(theme.id)} takeBack={() => say({})} />
      </fieldset>
      <Dock>
        <Problem of={problem} />
        <Moves round={round} all={thingsOf(round)} at={theme.id} answered={mine !== undefined && !objecting} leave={leave} />
      </Dock>
    </>
  );
}

/** How the proposal reads since the vote before. */
function Amended({ ballot, theme }: { ballot: BallotSeen; theme: string }) {
  const text = ballot.amended?.[theme];
  if (!text) return null;
  return (
    <div class="amended">
      <p class="label">{t("Het voorstel is aangepast")}</p>
      <p>
        <bdi>{text}</bdi>
      </p>
    </div>
  );
}

interface ScaleProps {
  readonly values: readonly number[];
  readonly word: (value: number) => string;
  readonly on: number | undefined;
  readonly choose: (value: number) => void;
}

/** Many steps: none at all by itself, the others in even rows, each as full as it weighs. */
const Scale = ({ values, word, on, choose }: ScaleProps) => (
  <div class="scale">
    {values.map((value, n) => (
      <label key={value} class="scale-step" style={{ "--_full": n / (values.length - 1) }}>
        <input type="radio" name="answer" checked={on === value} onChange={() => choose(value)} aria-label={word(value)} />
        <span aria-hidden="true">{n === 0 ? word(value) : value}</span>
      </label>
    ))}
    <p class="scale-end soft small" aria-hidden="true">
      {word(values.at(-1) ?? 0)}
    </p>
  </div>
);

interface ChoiceProps {
  readonly on: boolean;
  readonly tone: string;
  readonly choose: () => void;
  readonly children: string;
}

const Choice = ({ on, tone, choose, children }: ChoiceProps) => (
  <label class="choice" data-tone={tone}>
    <input type="radio" name="answer" checked={on} onChange={choose} />
    <span>{children}</span>
  </label>
);

/** That an answer is safe, and the way back from it. */
export function Answered({ given, moving, takeBack }: { given: boolean; moving: boolean; takeBack: () => void }) {
  return (
    <div class="answered">
      {given && <Safe moving={moving} />}
      {given && (
        <button type="button" class="button" data-kind="quiet" onClick={takeBack}>
          {t("Toch geen antwoord")}
        </button>
      )}
    </div>
  );
}
