/** One theme of a ballot with its answers, one below the other, and apart from those: to abstain. */

import { abstainWord, METHODS } from "../../../lib/ballot";
import { t } from "../../../lib/i18n";
import { onItsWay } from "../../../lib/outbox";
import type { Kept } from "../../../lib/store";
import type { BallotSeen, ThemeSeen } from "../../../lib/wire";
import { Problem, type useAsking } from "../../asking";
import { Moves } from "../../moves";
import { Dock, Safe } from "../../parts";
import { FoldedQuotes } from "../../themes";
import { goTo } from "../../walk";
import { myVotes, themesOf } from "./state";

export type OneThemeProps = ReturnType<typeof useAsking> & {
  readonly ballot: Kept<BallotSeen>;
  readonly theme: Kept<ThemeSeen>;
  readonly open: boolean;
};

export function OneTheme({ ballot, theme, open, ask, problem }: OneThemeProps) {
  const round = ballot.id;
  const { values, word } = METHODS[ballot.method];
  const mine = myVotes(round).get(theme.id);
  const say = (said: object) => ask("ballot.vote", { round, about: theme.id, ...said });
  return (
    <>
      <FoldedQuotes theme={theme.id} />
      <fieldset class="stack answers" disabled={!open}>
        <legend class="visually-hidden">{t("Je antwoord")}</legend>
        {values.map((value) => (
          <Choice key={value} on={mine?.value === value} kind={`${value}`} choose={() => say({ value })}>
            {word(value)}
          </Choice>
        ))}
        <Choice on={mine !== undefined && mine.value === undefined} kind="abstain" choose={() => say({ abstain: true })}>
          {abstainWord()}
        </Choice>
        <Answered given={mine !== undefined} moving={onItsWay(theme.id)} takeBack={() => say({})} />
      </fieldset>
      <Dock>
        <Problem of={problem} />
        <Moves round={round} all={themesOf(round)} at={theme.id} leave={(to) => goTo(round, to)} />
      </Dock>
    </>
  );
}

interface ChoiceProps {
  readonly on: boolean;
  readonly kind: string;
  readonly choose: () => void;
  readonly children: string;
}

const Choice = ({ on, kind, choose, children }: ChoiceProps) => (
  <label class="choice" data-value={kind}>
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
