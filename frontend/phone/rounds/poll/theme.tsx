/** One theme of the poll: two of its ideas, three answers, and apart from those whether one works on it. */

import { useState } from "preact/hooks";
import { forVoter } from "../../../lib/guest";
import { t } from "../../../lib/i18n";
import { onItsWay } from "../../../lib/outbox";
import type { Kept } from "../../../lib/store";
import type { ThemeSeen } from "../../../lib/wire";
import { answerWord } from "../../../lib/words";
import { Problem, type useAsking } from "../../asking";
import { draft } from "../../../lib/draft";
import { Moves } from "../../moves";
import { Objection, objectionDraft, tidy } from "../../objection";
import { Safe } from "../../../lib/safe";
import { Dock } from "../../parts";
import { Quotes } from "../../themes";
import { goTo } from "../../walk";
import { type Answer, answerTo, themesOf } from "./state";

type OneThemeProps = ReturnType<typeof useAsking> & {
  readonly round: string;
  readonly theme: Kept<ThemeSeen>;
  readonly open: boolean;
};

export function OneTheme({ round, theme, open, ask, problem }: OneThemeProps) {
  const mine = answerTo(round, theme.id);
  const unsent = draft(objectionDraft(round, theme.id));
  const [objecting, setObjecting] = useState(unsent.peek() !== "");
  const give = (said: Partial<Answer>) => {
    const { answer, reason, energy } = { ...mine, ...said };
    ask("poll.answer", forVoter({ round, theme: theme.id, answer, energy, ...(answer === "object" && { reason }) }));
  };
  const choose = (answer: string) => {
    setObjecting(answer === "object");
    if (answer === "object") return; // it is sent with its reason
    unsent.value = "";
    give({ answer, reason: "" });
  };
  const object = (reason: string) => {
    unsent.value = "";
    setObjecting(false);
    give({ answer: "object", reason });
  };
  const leave = (to: string) => {
    if (open && objecting && tidy(unsent.value)) object(tidy(unsent.value));
    goTo(round, to);
  };
  return (
    <>
      <Quotes theme={theme.id} />
      <fieldset class="stack answers" disabled={!open}>
        <legend class="soft">{t("Sta je hierachter?")}</legend>
        {["support", "live_with", "object"].map((answer) => (
          <Choice key={answer} answer={answer} on={(objecting ? "object" : mine.answer) === answer} choose={choose} />
        ))}
        {(objecting || mine.answer === "object") && (
          <Objection
            sent={mine.answer === "object" ? mine.reason : ""}
            until={mine.answer === "object" ? "" : answerWord(mine.answer)}
            unsent={unsent}
            save={object}
          />
        )}
        <label class="choice join" data-kind="join">
          <input type="checkbox" checked={mine.energy} onChange={(event) => give({ energy: event.currentTarget.checked })} />
          {t("Hier werk ik aan mee")}
        </label>
        <div class="answered">
          {(mine.answer || mine.energy) && !objecting && <Safe moving={onItsWay(theme.id)} />}
          {mine.answer && !objecting && (
            <button type="button" class="button" data-kind="quiet" onClick={() => choose("")}>
              {t("Toch geen antwoord")}
            </button>
          )}
        </div>
      </fieldset>
      <Dock>
        <Problem of={problem} />
        <Moves round={round} all={themesOf(round)} at={theme.id} answered={mine.answer !== "" && !objecting} leave={leave} />
      </Dock>
    </>
  );
}

interface ChoiceProps {
  readonly answer: string;
  readonly on: boolean;
  readonly choose: (answer: string) => void;
}

function Choice({ answer, on, choose }: ChoiceProps) {
  return (
    <label class="choice" data-kind={answer === "object" ? "against" : undefined}>
      <input type="radio" name="answer" checked={on} onChange={() => choose(answer)} />
      {answer === "object" ? t("Bezwaar, want …") : answerWord(answer)}
    </label>
  );
}
