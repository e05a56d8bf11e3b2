/** What a group is to do, its first step and its date, noted by somebody in it. */

import { useState } from "preact/hooks";
import { t } from "../../../lib/i18n";
import type { Kept } from "../../../lib/store";
import type { GroupSeen } from "../../../lib/wire";
import { draft } from "../../../lib/draft";
import { type Planned, planOf } from "./state";

const LONGEST = 1000; // characters

interface PlanProps {
  readonly group: Kept<GroupSeen>;
  readonly save: (plan: Planned) => void;
  readonly done: () => void;
}

export function Plan({ group, save, done }: PlanProps) {
  const before = planOf(group);
  const unsent = draft(`plan ${group.id}`);
  const [plan, setPlan] = useState<Planned>({ ...before, ...(unsent.peek() && { first_step: unsent.peek() }) });
  const change = (more: Partial<Planned>) => setPlan((now) => ({ ...now, ...more }));
  const close = () => {
    unsent.value = "";
    done();
  };
  const enter = (event: Event) => {
    event.preventDefault();
    const { goal, first_step, needs, date } = plan;
    const tidy = { goal: goal.trim(), first_step: first_step.trim(), needs: needs.trim(), date };
    if (FIELDS.some((field) => tidy[field] !== before[field])) save(tidy);
    close();
  };
  return (
    <form class="stack plan" onSubmit={enter}>
      <Lines label={t("Wat wil deze groep bereiken? In één zin")} value={plan.goal} write={(goal) => change({ goal })} />
      <Lines
        label={t("Eerste stap")}
        value={plan.first_step}
        write={(first_step) => {
          change({ first_step });
          unsent.value = first_step;
        }}
      />
      <label class="field">
        <span class="label">{t("Wanneer? Leeg laten mag")}</span>
        <input class="input" type="date" value={plan.date} onInput={(event) => change({ date: event.currentTarget.value })} />
      </label>
      <Lines label={t("Wat is er nodig?")} value={plan.needs} write={(needs) => change({ needs })} />
      <div class="actions">
        <button type="button" class="button" data-kind="quiet" onClick={close}>
          {t("Laat maar")}
        </button>
        <button class="button">{t("Bewaar")}</button>
      </div>
    </form>
  );
}

const FIELDS = ["goal", "first_step", "needs", "date"] as const;

interface LinesProps {
  readonly label: string;
  readonly value: string;
  readonly write: (words: string) => void;
}

const Lines = ({ label, value, write }: LinesProps) => (
  <label class="field">
    <span class="label">{label}</span>
    <textarea class="input" rows={2} maxLength={LONGEST} value={value} onInput={(event) => write(event.currentTarget.value)} />
  </label>
);
