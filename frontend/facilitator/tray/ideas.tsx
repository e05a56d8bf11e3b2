/** Ideas as who leads sees them: late ones to let in, hidden ones to show again, and all. */

import { useState } from "preact/hooks";
import { act } from "../../control/act";
import { paperWord } from "../../control/paper";
import { Behind } from "../../control/behind";
import { hide, spotlight } from "../../control/deeds";
import { ideas, theme, visibleIdeas } from "../../control/room";
import { t } from "../../lib/i18n";
import type { IdeaSeen } from "../../lib/wire";
import { Mark } from "../../control/mark";
import { Fold } from "./fold";
import { initiative, type Kept, workshop } from "../../lib/store";

const AT_ONCE = 40; // rows; more on request

export function Parked() {
  const late = ideas.value.filter(({ parked }) => parked);
  if (late.length === 0) return null;
  return (
    <Fold title={t("Te laat ingebracht")} count={late.length} open urgent>
      <p class="soft">{t("Deze ideeën kwamen toen de ronde al dicht was. Laat je ze toe?")}</p>
      <ul role="list" class="rows">
        {late.map((idea) => (
          <Row key={idea.id} idea={idea}>
            <button type="button" class="button" data-kind="outline" onClick={() => act("idea.admit", { idea: idea.id }, t("Een idee is toegelaten"))}>
              {t("Laat toe")}
            </button>
          </Row>
        ))}
      </ul>
    </Fold>
  );
}

export function Hidden() {
  const hidden = ideas.value.filter((idea) => idea.hidden);
  if (hidden.length === 0) return null;
  return (
    <Fold title={t("Verborgen")} count={hidden.length}>
      <ul role="list" class="rows">
        {hidden.map((idea) => (
          <Row key={idea.id} idea={idea}>
            <button type="button" class="button" data-kind="outline" onClick={() => hide(idea.id, false)}>
              {t("Toon weer")}
            </button>
          </Row>
        ))}
      </ul>
    </Fold>
  );
}

export function AllIdeas() {
  const [words, setWords] = useState("");
  const [many, setMany] = useState(AT_ONCE);
  const found = visibleIdeas.value.filter((idea) => said(idea).toLowerCase().includes(words.trim().toLowerCase()));
  if (visibleIdeas.value.length === 0) {
    return <p class="soft">{t("Je ziet de ideeën zodra ze met de zaal gedeeld zijn.")}</p>;
  }
  return (
    <>
      <label class="field">
        <span>{t("Zoek een idee")}</span>
        <input class="input" type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <ul role="list" class="rows">
        {found.slice(0, many).map((idea) => (
          <Row key={idea.id} idea={idea}>
            <Large idea={idea.id} />
            <button type="button" class="button" data-kind="outline" onClick={() => hide(idea.id)}>
              {t("Verberg")}
            </button>
          </Row>
        ))}
      </ul>
      {found.length > many && (
        <button type="button" class="button" data-kind="quiet" onClick={() => setMany(many + AT_ONCE)}>
          {t("Toon er meer")}
        </button>
      )}
    </>
  );
}

/** What an idea is found by: its text, and the paper card it stands on. */
const said = ({ text, paper = 0 }: IdeaSeen): string => (paper ? `${paperWord(paper)} ${text}` : text);

function Large({ idea }: { idea: string }) {
  const on = workshop.value?.spotlight === idea;
  return (
    <button type="button" class="button" data-kind="outline" aria-pressed={on} onClick={() => spotlight(on ? "" : idea)}>
      {on ? t("Niet meer groot") : t("Zet groot")}
    </button>
  );
}

/** One idea with where it came from and what can be done with it. */
export function Row({ idea, children }: { idea: Kept<IdeaSeen>; children: preact.ComponentChildren }) {
  const from = initiative(idea.initiative ?? "");
  return (
    <li>
      <p>
        {from && <Mark of={from} />} {idea.text} <Behind num={idea.behind} />
        {idea.paper ? <span class="soft"> · {paperWord(idea.paper)}</span> : null}
        {idea.theme && <span class="soft"> · {theme(idea.theme)?.name}</span>}
      </p>
      <div class="now-buttons">{children}</div>
    </li>
  );
}
