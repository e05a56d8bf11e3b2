/** A show of hands among the guests of one initiative: so many for a theme, given at once. */

import { useState } from "preact/hooks";
import { guestBallot, guests } from "../lib/guest";
import { nt, t } from "../lib/i18n";
import { ballotOf, METHODS } from "../lib/ballot";
import { entity, initiative, type Kept, list, picture } from "../lib/store";
import { type Thing, thingsAsked, votersOn } from "../lib/votes";
import type { DotsPicture, RoundSeen } from "../lib/wire";
import { answerWord } from "../lib/words";

export const LONGEST = 280; // characters of a reason

/** What a round asks about: the themes, and what a method asks besides. */
export function asksOf(round: Kept<RoundSeen>): readonly Thing[] {
  if (round.kind === "ballot") return thingsAsked(round.id);
  return round.kind === "dots"
    ? list("themes").value.filter(({ merged_into }) => !merged_into)
    : (entity("polls", round.id)?.themes ?? []).flatMap((id) => entity("themes", id) ?? []);
}

/** Whether hands can be counted in a round: not where a person's answers hang together. */
function countsHands(round: Kept<RoundSeen>): boolean {
  const method = ballotOf(round.id)?.method;
  return round.kind === "dots" || round.kind === "poll" || (round.kind === "ballot" && method !== undefined && !METHODS[method].whole);
}

/** The answers that hands can be for. reasoned: the one that needs a reason; as: what is sent. */
interface Answers {
  readonly values: readonly string[];
  readonly word: (value: string) => string;
  readonly reasoned: string | undefined;
  readonly as: (value: string) => object;
}

/** The answers that a round knows; nothing when a hand is a dot. */
function answersOf(round: Kept<RoundSeen>): Answers | undefined {
  if (round.kind === "poll") {
    return { values: ["support", "live_with", "object"], word: answerWord, reasoned: "object", as: (answer) => ({ answer }) };
  }
  const method = ballotOf(round.id)?.method;
  if (!method) return undefined;
  const { values, word, reasoned } = METHODS[method];
  return {
    values: values.map(String),
    word: (value) => word(Number(value)),
    reasoned: reasoned === undefined ? undefined : String(reasoned),
    as: (value) => ({ value: Number(value) }),
  };
}

/** How many guests of an initiative can still raise their hand for a theme. */
function free(round: Kept<RoundSeen>, from: string, theme: string): number {
  const here = guests.value.filter((one) => one.initiative === from);
  if (round.kind === "ballot") {
    const said = votersOn(round.id, theme);
    return here.filter(({ id }) => !said.has(id)).length;
  }
  if (round.kind === "poll") {
    return here.filter(({ id }) => !guestBallot("poll_ballots", `${round.id}:${id}:${theme}`)?.answer).length;
  }
  const budget = picture<DotsPicture>(round.id)?.budget ?? 0;
  const dots = here.map(({ id }) => guestBallot("dot_ballots", `${round.id}:${id}`)?.dots ?? {});
  const given = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((sum, num) => sum + num, 0);
  return dots.filter((of) => !of[theme] && given(of) < budget).length;
}

interface HandsProps {
  readonly round: Kept<RoundSeen>;
  readonly ask: (kind: string, data: object, label: string) => void;
}

export function Hands({ round, ask }: HandsProps) {
  const origins = [...new Set(guests.value.map((one) => one.initiative ?? ""))];
  const [chosen, setFrom] = useState("");
  const [picked, setAnswer] = useState("");
  const [reason, setReason] = useState("");
  const from = origins.includes(chosen) ? chosen : (origins[0] ?? "");
  const answers = answersOf(round);
  const answer = (answers?.values.includes(picked) ? picked : answers?.values[0]) ?? "";
  if (!from || !countsHands(round)) return null;
  const reasons = answers !== undefined && answer === answers.reasoned;
  return (
    <details class="stack">
      <summary>{t("Handen tellen")}</summary>
      <label class="field">
        <span>{t("Gasten van")}</span>
        <select class="input" value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
          {origins.map((id) => (
            <option key={id} value={id}>
              {initiative(id)?.name}
            </option>
          ))}
        </select>
      </label>
      {answers && (
        <label class="field">
          <span>{t("Welk antwoord")}</span>
          <select class="input" value={answer} onChange={(event) => setAnswer(event.currentTarget.value)}>
            {answers.values.map((value) => (
              <option key={value} value={value}>
                {answers.word(value)}
              </option>
            ))}
          </select>
        </label>
      )}
      {reasons && (
        <label class="field">
          <span>{t("Wat is het bezwaar?")}</span>
          <input class="input" maxLength={LONGEST} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
      )}
      {asksOf(round).map((theme) => (
        <Count
          key={theme.id}
          theme={theme}
          most={reasons && !reason.trim() ? 0 : free(round, from, theme.id)}
          count={(hands) =>
            ask(
              `${round.kind}.raise`,
              { round: round.id, theme: theme.id, initiative: from, hands, ...answers?.as(answer), ...(reasons && { reason }) },
              nt("%(num)s hand voor %(name)s", "%(num)s handen voor %(name)s", hands, { name: theme.name }),
            )
          }
        />
      ))}
    </details>
  );
}

interface CountProps {
  readonly theme: Thing;
  readonly most: number;
  readonly count: (hands: number) => void;
}

function Count({ theme, most, count }: CountProps) {
  const [hands, setHands] = useState(0);
  const enter = (event: Event) => {
    event.preventDefault();
    if (hands < 1) return;
    count(hands);
    setHands(0);
  };
  return (
    <form class="hands" onSubmit={enter}>
      <label class="field">
        <span>{theme.name}</span>
        <input class="input" type="number" min={1} max={most} disabled={most === 0} value={hands || ""} onInput={(event) => setHands(Number(event.currentTarget.value))} />
      </label>
      <span class="soft">{t("hoogstens %(most)s", { most })}</span>
      <button class="button" data-kind="outline" disabled={hands < 1}>
        {t("Tel")}
        <span class="visually-hidden"> {theme.name}</span>
      </button>
    </form>
  );
}
