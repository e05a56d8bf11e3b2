/** Brouwen: write, send, again. One's own cards say whether they are safe; what the others wrote
 *  comes below when it is shared. */

import { useRef, useState } from "preact/hooks";
import { PaperNumber, paperWord } from "../../control/paper";
import { Behind } from "../../control/behind";
import { Mark } from "../../control/mark";
import { similar, WHILE_TYPING } from "../../lib/alike";
import { boot } from "../../lib/boot";
import { forVoter, guest, isVoters, voter } from "../../lib/guest";
import { t } from "../../lib/i18n";
import { asked, onItsWay, send, underWay } from "../../lib/outbox";
import { initiative, type Kept, list, own, workshop } from "../../lib/store";
import type { IdeaSeen, RoundSeen } from "../../lib/wire";
import { ideasWord } from "../../lib/words";
import { draft } from "../../lib/draft";
import { Edit } from "../edit";
import { ideaDraft, paperDraft } from "../leftovers";
import { Safe } from "../../lib/safe";
import { Composer, Dock } from "../parts";
import { Second } from "../second";
import type { RoundProps, RoundView } from ".";

const LONGEST = 280; // characters of an idea
const OFFERED = 2; // ideas that look like what is being typed
const AT_ONCE = 30; // ideas of others; more on request

interface OwnIdea {
  readonly id: string;
  readonly text: string;
  readonly parked: boolean;
  readonly paper: number;
  readonly behind: number;
}

/** One's own ideas in a round as they will be, in the order they were written. */
function ownIdeas(round: string): OwnIdea[] {
  const there = Object.values(own("ideas").value).filter((idea) => idea.round === round && idea.author === voter.value);
  const coming = underWay.value.filter(
    ({ id, kind, data }) =>
      kind === "idea.add" && data["round"] === round && isVoters(data) && !there.some((idea) => idea.id === id),
  );
  return [
    ...there.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)),
    ...coming.map(({ id, data }) => ({ id, text: String(data["text"]), parked: false, paper: Number(data["paper"] ?? 0), behind: 0 })),
  ]
    .filter(({ id }) => !asked<{ idea: string }>("idea.withdraw", ({ idea }) => idea === id))
    .map(({ id, text = "", parked = false, paper = 0, behind = 0 }) => ({
      id,
      text: asked<{ idea: string; text: string }>("idea.edit", ({ idea }) => idea === id)?.text ?? text,
      parked,
      paper,
      behind,
    }));
}

function Ideas({ round, open }: RoundProps) {
  const mine = ownIdeas(round.id);
  const ids = mine.map(({ id }) => id);
  const limit = Number((round.settings as { per_person?: number }).per_person ?? 0);
  const full = limit > 0 && mine.length >= limit;
  return (
    <>
      {mine.length > 0 && (
        <ul role="list" class="stack" aria-label={t("Je ideeën")}>
          {mine.map((idea) => (
            <OwnCard key={idea.id} idea={idea} round={round.id} open={open} />
          ))}
        </ul>
      )}
      <Others round={round} mine={ids} open={open} />
      {open && !full && <Write round={round.id} mine={ids} />}
      {open && full && <p class="soft">{t("Je %(ideas)s staan erin. Wijzig er een als je wilt.", { ideas: ideasWord(limit) })}</p>}
      {round.status === "closed" && <Late round={round.id} />}
    </>
  );
}

function OwnCard({ idea, round, open }: { idea: OwnIdea; round: string; open: boolean }) {
  const [editing, setEditing] = useState(false);
  if (editing && open) {
    return (
      <li class="card own-idea">
        <Edit
          id={idea.id}
          label={t("Je idee")}
          text={idea.text}
          longest={LONGEST}
          save={(text) => send("idea.edit", forVoter({ round, idea: idea.id, text }))}
          withdraw={() => send("idea.withdraw", forVoter({ round, idea: idea.id }))}
          done={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li class="card own-idea">
      <p>
        <bdi>{idea.text}</bdi> <Behind num={idea.behind} />
      </p>
      {idea.paper > 0 && <p class="soft small">{paperWord(idea.paper)}</p>}
      {idea.parked && <p class="soft small">{t("Kwam na de ronde. De begeleider kijkt of het nog mee kan.")}</p>}
      <div class="card-foot">
        <Safe moving={onItsWay(idea.id)} />
        {open && (
          <button type="button" class="button" data-kind="quiet" onClick={() => setEditing(true)}>
            {t("Wijzig")}
            <span class="visually-hidden"> {idea.text}</span>
          </button>
        )}
      </div>
    </li>
  );
}

/** What others wrote that looks like what is being typed. */
function Alike({ round, mine }: { round: string; mine: readonly string[] }) {
  const text = draft(ideaDraft(round));
  const found = similar(text.value, ofOthers(round, mine), WHILE_TYPING).slice(0, OFFERED);
  return (
    <div class="alike" role="status">
      {found.length > 0 && <p class="soft small">{t("Dit staat er al:")}</p>}
      {found.map((idea) => (
        <div key={idea.id} class="alike-idea">
          <bdi id={`alike-${idea.id}`}>{idea.text}</bdi>
          <Second round={round} idea={idea} words={`alike-${idea.id}`} open said={() => (text.value = "")} />
        </div>
      ))}
    </div>
  );
}

function Write({ round, mine }: { round: string; mine: readonly string[] }) {
  const paper = draft(paperDraft(round));
  const enter = (text: string) => {
    send("idea.add", forVoter({ round, text, ...(guest.value && { paper: Number(paper.value) || 0 }) }));
    paper.value = "";
    requestAnimationFrame(() => scrollTo({ top: document.body.scrollHeight }));
  };
  return (
    <Dock>
      <Alike round={round} mine={mine} />
      <Composer
        label={t("Je idee")}
        placeholder={t("Schrijf op wat in je opkomt")}
        text={draft(ideaDraft(round))}
        longest={LONGEST}
        action={t("Breng in")}
        beside={guest.value ? <PaperNumber number={paper.value} write={(number) => (paper.value = number)} /> : undefined}
        send={enter}
      />
    </Dock>
  );
}

/** The round is closed, and something still comes up: who leads decides. */
function Late({ round }: { round: string }) {
  const text = draft(ideaDraft(round));
  const [writing, setWriting] = useState(text.value !== "");
  if (!writing) {
    return (
      <Dock>
        <button type="button" class="button" data-kind="quiet" data-wide onClick={() => setWriting(true)}>
          {t("Toch nog een idee?")}
        </button>
      </Dock>
    );
  }
  return (
    <Dock>
      <Composer
        label={t("Je idee voor de begeleider")}
        text={text}
        longest={LONGEST}
        action={t("Stuur")}
        send={(written) => {
          send("idea.add", forVoter({ round, text: written }));
          setWriting(false);
        }}
        cancel={() => {
          text.value = "";
          setWriting(false);
        }}
      />
    </Dock>
  );
}

/** What others wrote in a round, as far as it is shared, the newest first. */
const ofOthers = (round: string, mine: readonly string[]): Kept<IdeaSeen>[] =>
  list("ideas")
    .value.filter((idea) => idea.round === round && !mine.includes(idea.id))
    .reverse();

interface OthersProps {
  readonly round: Kept<RoundSeen>;
  readonly mine: readonly string[];
  readonly open: boolean;
}

/** In an order that stays: the newest first, and below them what comes while one is reading. */
function useSteady(ideas: readonly Kept<IdeaSeen>[]): readonly Kept<IdeaSeen>[] {
  const order = useRef<readonly string[]>([]);
  const stood = order.current.flatMap((id) => ideas.find((idea) => idea.id === id) ?? []);
  const all = [...stood, ...ideas.filter((idea) => !stood.includes(idea))];
  order.current = all.map(({ id }) => id);
  return all;
}

function Others({ round, mine, open }: OthersProps) {
  const [many, setMany] = useState(AT_ONCE);
  const others = useSteady(ofOthers(round.id, mine));
  if (round.phase === "alone" || others.length === 0) return null;
  return (
    <section class="stack others">
      <h2>{round.phase === "table" ? t("Van je tafel") : t("Van de anderen")}</h2>
      <ul role="list" class="stack">
        {others.slice(0, many).map((idea) => (
          <OtherCard key={idea.id} idea={idea} open={open} />
        ))}
      </ul>
      {others.length > many && (
        <button type="button" class="button" data-kind="outline" onClick={() => setMany(many + AT_ONCE)}>
          {t("Toon er meer")}
        </button>
      )}
    </section>
  );
}

function OtherCard({ idea, open }: { idea: Kept<IdeaSeen>; open: boolean }) {
  const from = initiative(idea.initiative ?? "");
  return (
    <li class="card other-idea">
      <p>
        {from && <Mark of={from} />} <bdi id={`words-${idea.id}`}>{idea.text}</bdi>
      </p>
      <Second round={idea.round} idea={idea} words={`words-${idea.id}`} open={open} />
    </li>
  );
}

const LEADS: Record<string, () => string> = {
  alone: () => t("Schrijf op wat in je opkomt. Niemand ziet het nog: straks delen we alles tegelijk."),
  table: () => t("Je tafel ziet nu elkaars ideeën. Vul aan wat nog ontbreekt."),
  room: () => t("Iedereen ziet nu alle ideeën. Schrijf erbij wat nog ontbreekt."),
};

export const screen: RoundView = {
  title: () => workshop.value?.question ?? boot.question,
  lead: (round) =>
    round.status === "closed" ? t("Deze ronde is voorbij. Kijk op het grote scherm.") : (LEADS[round.phase]?.() ?? ""),
  View: Ideas,
};
