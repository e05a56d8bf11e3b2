/** Five large marks with words at both ends, each safe as soon as it is tapped; and one sentence, which
 *  the room may read and so waits for a word. */

import { useId, useRef, useState } from "preact/hooks";
import { t } from "../../../lib/i18n";
import { draft } from "../../../lib/draft";
import { onItsWay } from "../../../lib/outbox";
import { Safe } from "../../../lib/safe";
import { Problem, type useAsking } from "../../asking";
import { Dock } from "../../parts";
import type { Given } from "../checkout";

const LONGEST = 280; // characters
const MARKS = [1, 2, 3, 4, 5];

interface CheckoutFormProps {
  readonly round: string;
  readonly mine: Given | undefined;
  readonly open: boolean;
  readonly problem: ReturnType<typeof useAsking>["problem"];
  readonly give: (given: Given) => void;
  readonly done: () => void;
}

export function CheckoutForm({ round, mine, open, problem, give, done }: CheckoutFormProps) {
  const unsent = draft(`checkout ${round}`);
  const sent = mine?.sentence ?? "";
  const [sentence, setSentence] = useState(unsent.peek() || sent);
  const changed = sentence.trim() !== sent;
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const enter = (event: Event) => {
    event.preventDefault();
    if (!mine) {
      setMissing(true);
      form.current?.querySelector("input")?.focus();
      return;
    }
    unsent.value = "";
    if (changed) give({ mark: mine.mark, sentence: sentence.trim() });
    done();
  };
  return (
    <>
      <form id={id} ref={form} class="stack checkout-form" onSubmit={enter}>
        <Marks mark={mine?.mark ?? 0} choose={(mark) => give({ mark, sentence: sent })} open={open} />
        <div class="answered">{mine && <Safe moving={onItsWay(round)} />}</div>
        <label class="field">
          <span class="label">{t("Wat neem je mee?")}</span>
          <span class="help">{t("Eén zin is genoeg. Leeg laten mag ook.")}</span>
          <textarea
            class="input"
            rows={3}
            maxLength={LONGEST}
            disabled={!open}
            value={sentence}
            onInput={(event) => {
              setSentence(event.currentTarget.value);
              unsent.value = event.currentTarget.value;
            }}
          />
        </label>
      </form>
      <Dock>
        <Problem of={problem} />
        {missing && !mine && <p class="notice" data-kind="against" role="alert">{t("Kies eerst een cijfer van 1 tot 5.")}</p>}
        <button class="button" form={id} disabled={!open}>
          {mine && !changed ? t("Klaar") : t("Stuur")}
        </button>
      </Dock>
    </>
  );
}

interface MarksProps {
  readonly mark: number;
  readonly choose: (mark: number) => void;
  readonly open: boolean;
}

/** Radios, so that arrow keys go along them; the ends are said with the mark they belong to. */
function Marks({ mark, choose, open }: MarksProps) {
  const ends: Record<number, string> = { 1: t("Zonde van mijn tijd"), 5: t("Geweldig") };
  return (
    <fieldset class="mark-choice" disabled={!open}>
      <legend class="label">{t("Je cijfer")}</legend>
      <div class="mark-row">
        {MARKS.map((one) => (
          <label key={one}>
            <input type="radio" name="mark" value={one} checked={mark === one} onChange={() => choose(one)} />
            <span>{one}</span>
            {ends[one] && <span class="visually-hidden">, {ends[one]}</span>}
          </label>
        ))}
      </div>
      <p class="mark-ends soft small" aria-hidden="true">
        <span>{ends[1]}</span>
        <span>{ends[5]}</span>
      </p>
    </fieldset>
  );
}
