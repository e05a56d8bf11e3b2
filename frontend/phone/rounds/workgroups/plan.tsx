/** A group's first step and its date, noted by somebody in it. */

import { useState } from "preact/hooks";
import { t } from "../../../lib/i18n";
import type { Kept } from "../../../lib/store";
import type { GroupSeen } from "../../../lib/wire";
import { draft } from "../../draft";
import { planOf } from "./state";

const LONGEST = 280; // characters

interface PlanProps {
  readonly group: Kept<GroupSeen>;
  readonly save: (step: string, date: string) => void;
  readonly done: () => void;
}

export function Plan({ group, save, done }: PlanProps) {
  const before = planOf(group);
  const unsent = draft(`plan ${group.id}`);
  const [step, setStep] = useState(unsent.peek() || before.step);
  const [date, setDate] = useState(before.date);
  const close = () => {
    unsent.value = "";
    done();
  };
  const enter = (event: Event) => {
    event.preventDefault();
    if (step.trim() !== before.step || date !== before.date) save(step.trim(), date);
    close();
  };
  return (
    <form class="stack plan" onSubmit={enter}>
      <label class="field">
        <span class="label">{t("Eerste stap")}</span>
        <textarea
          class="input"
          rows={2}
          maxLength={LONGEST}
          value={step}
          onInput={(event) => {
            setStep(event.currentTarget.value);
            unsent.value = event.currentTarget.value;
          }}
        />
      </label>
      <label class="field">
        <span class="label">{t("Wanneer? Leeg laten mag")}</span>
        <input class="input" type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
      </label>
      <div class="actions">
        <button type="button" class="button" data-kind="quiet" onClick={close}>
          {t("Laat maar")}
        </button>
        <button class="button">{t("Bewaar")}</button>
      </div>
    </form>
  );
}
