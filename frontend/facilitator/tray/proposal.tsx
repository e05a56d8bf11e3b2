/** Themes proposed for the loose ideas: taken over whole, one by one or not at all, and with another
 *  name if one likes. */

import { useEffect, useRef, useState } from "preact/hooks";
import { onKeys } from "../../control/keys";
import { leave, leaveAll, looseIdeas, proposal, propose, takeOver, type ThemeIdea, thinking } from "../../control/proposal";
import { ideas } from "../../control/room";
import { nt, t } from "../../lib/i18n";
import { currentRound } from "../../lib/store";
import { suggesting, useSuggestions } from "../../lib/suggested";
import { ideasWord } from "../../lib/words";

const KEY = "t";
const LONGEST = 80; // characters of a name

export function SortingHelp() {
  const round = currentRound.value;
  return round?.kind === "clustering" && round.status !== "planned" ? <Help round={round.id} /> : null;
}

function Help({ round }: { round: string }) {
  useSuggestions();
  const can = suggesting() && looseIdeas.value.length > 1;
  useEffect(() => onKeys({ [KEY]: () => can && void propose() }), [can]);
  if (proposal.value.length > 0) return <Proposal round={round} />;
  return can ? <Ask /> : null;
}

function Ask() {
  return (
    <div class="card sorting-help">
      <button type="button" class="button" data-kind="outline" aria-disabled={thinking.value} aria-keyshortcuts={KEY} onClick={() => void propose()}>
        {t("Stel thema’s voor")} <kbd aria-hidden="true">{KEY}</kbd>
      </button>
      <p class="soft" role="status">
        {thinking.value
          ? t("We lezen alle losse ideeën. Dat kan even duren; ga gerust verder.")
          : t("Uit de woorden van de losse ideeën. Jij kiest wat je overneemt.")}
      </p>
    </div>
  );
}

function Proposal({ round }: { round: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  const names = useRef(new Map<number, string>());
  const all = proposal.value;
  useEffect(() => title.current?.focus(), []);
  const done = (theme: ThemeIdea, taken: boolean) => {
    title.current?.focus(); // the button that had it goes away
    if (taken) takeOver(round, theme, nameNow(theme));
    else leave(theme.key);
  };
  const nameNow = (theme: ThemeIdea) => names.current.get(theme.key)?.trim() || theme.name;
  return (
    <section class="card sorting-help" aria-labelledby="proposal-title">
      <h3 id="proposal-title" ref={title} tabIndex={-1}>
        {nt("Voorstel: %(num)s thema", "Voorstel: %(num)s thema’s", all.length)}
      </h3>
      <p class="soft">{t("Er verandert niets, tot je iets overneemt. Een naam kun je hier nog aanpassen.")}</p>
      <div class="now-buttons">
        <button type="button" class="button" onClick={() => all.forEach((theme) => takeOver(round, theme, nameNow(theme)))}>
          {t("Neem alles over")}
        </button>
        <button type="button" class="button" data-kind="outline" onClick={leaveAll}>
          {t("Neem niets over")}
        </button>
      </div>
      <ul role="list" class="proposed">
        {all.map((theme) => (
          <Proposed key={theme.key} theme={theme} rename={(name) => names.current.set(theme.key, name)} done={(taken) => done(theme, taken)} />
        ))}
      </ul>
    </section>
  );
}

interface ProposedProps {
  readonly theme: ThemeIdea;
  readonly rename: (name: string) => void;
  readonly done: (taken: boolean) => void;
}

function Proposed({ theme, rename, done }: ProposedProps) {
  const [name, setName] = useState(theme.name);
  const write = (words: string) => {
    setName(words);
    rename(words);
  };
  return (
    <li>
      <label class="field">
        <span>{t("Naam")}</span>
        <input class="input" maxLength={LONGEST} value={name} onInput={(event) => write(event.currentTarget.value)} />
      </label>
      <details>
        <summary>{ideasWord(theme.ideas.length)}</summary>
        <ul>
          {theme.ideas.map((id) => (
            <li key={id}>{textOf(id)}</li>
          ))}
        </ul>
      </details>
      <div class="now-buttons">
        <button type="button" class="button" data-kind="outline" onClick={() => done(true)}>
          {t("Neem over")}
          <span class="visually-hidden"> {name}</span>
        </button>
        <button type="button" class="button" data-kind="quiet" onClick={() => done(false)}>
          {t("Laat weg")}
          <span class="visually-hidden"> {name}</span>
        </button>
      </div>
    </li>
  );
}

const textOf = (id: string): string => ideas.value.find((idea) => idea.id === id)?.text ?? "";
