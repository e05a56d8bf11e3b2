/** What one can do with an idea in a theme: move it, set it loose, or lay it with one that says the same. */

import { useState } from "preact/hooks";
import { colourOf } from "../../../control/mark";
import { t } from "../../../lib/i18n";
import { Sheet } from "../../sheet";
import { type Idea, ideaNow, ideasIn, themes } from "./board";
import type { Ask } from "./place";

interface IdeaSheetProps {
  readonly round: string;
  readonly id: string;
  readonly ask: Ask;
  readonly closed: () => void;
}

type Step = "what" | "move" | "same";

export function IdeaSheet({ round, id, ask, closed }: IdeaSheetProps) {
  const [step, setStep] = useState<Step>("what");
  const idea = ideaNow(id);
  return (
    <Sheet title={idea?.text ?? t("Dit idee is er niet meer")} closed={closed}>
      {(shut) => {
        const act = (kind: string, data: object, said: string) => {
          shut();
          ask(kind, { round, idea: id, ...data }, said);
        };
        if (!idea) return null;
        if (step === "move") return <Move idea={idea} act={act} />;
        if (step === "same") return <Same idea={idea} act={act} />;
        return <What idea={idea} act={act} on={setStep} />;
      }}
    </Sheet>
  );
}

interface StepProps {
  readonly idea: Idea;
  readonly act: (kind: string, data: object, said: string) => void;
}

function What({ idea, act, on }: StepProps & { on: (step: Step) => void }) {
  const repeats = Boolean(ideaNow(idea.same));
  const alone = ideasIn(idea.theme).length < 2;
  return (
    <div class="rows">
      {!repeats && (
        <button type="button" class="row" onClick={() => on("move")}>
          <span class="row-name">{t("Leg bij een ander thema")}</span>
        </button>
      )}
      {!repeats && (
        <button type="button" class="row" onClick={() => act("idea.place", { theme: "" }, t("Het idee is weer los."))}>
          <span class="row-name">{t("Haal uit dit thema")}</span>
        </button>
      )}
      {!repeats && !alone && (
        <button type="button" class="row" onClick={() => on("same")}>
          <span class="row-name">{t("Zegt hetzelfde als een ander idee")}</span>
        </button>
      )}
      {repeats && (
        <button type="button" class="row" onClick={() => act("idea.same", { same_as: "" }, t("Het is weer een eigen idee."))}>
          <span class="row-name">{t("Toch een eigen idee")}</span>
        </button>
      )}
    </div>
  );
}

function Move({ idea, act }: StepProps) {
  const others = themes.value.filter(({ id }) => id !== idea.theme);
  return (
    <section class="stack">
      <h3>{t("Bij welk thema?")}</h3>
      <ul role="list" class="targets">
        {others.map((theme) => (
          <li key={theme.id}>
            <button
              type="button"
              class="target"
              data-colour={colourOf(theme)}
              onClick={() => act("idea.place", { theme: theme.id }, t("Ligt bij “%(theme)s”.", { theme: theme.name }))}
            >
              <bdi class="target-name">{theme.name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {others.length === 0 && <p class="soft">{t("Er is nog geen ander thema.")}</p>}
    </section>
  );
}

function Same({ idea, act }: StepProps) {
  const others = ideasIn(idea.theme).filter(({ id }) => id !== idea.id);
  return (
    <section class="stack">
      <h3>{t("Welk idee zegt hetzelfde?")}</h3>
      <ul role="list" class="rows">
        {others.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              class="row"
              onClick={() => act("idea.same", { same_as: other.id }, t("Ze liggen nu bij elkaar. Geen woord gaat verloren."))}
            >
              <bdi class="row-name">{other.text}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
