/** A show of hands among the guests of one initiative: so many for a theme, given at once. */

import { useState } from "preact/hooks";
import { guestBallot, guests } from "../lib/guest";
import { nt, t } from "../lib/i18n";
import { entity, initiative, type Kept, list, picture } from "../lib/store";
import type { DotsPicture, RoundSeen, ThemeSeen } from "../lib/wire";
import { answerWord } from "../lib/words";

export const LONGEST = 280; // characters of a reason

/** The themes that a round asks about. */
export const asksOf = (round: Kept<RoundSeen>): readonly Kept<ThemeSeen>[] =>
  round.kind === "dots"
    ? list("themes").value.filter(({ merged_into }) => !merged_into)
    : (entity("polls", round.id)?.themes ?? []).flatMap((id) => entity("themes", id) ?? []);

/** How many guests of an initiative can still raise their hand for a theme. */
function free(round: Kept<RoundSeen>, from: string, theme: string): number {
  const here = guests.value.filter((one) => one.initiative === from);
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
  const [answer, setAnswer] = useState("support");
  const [reason, setReason] = useState("");
  const from = origins.includes(chosen) ? chosen : (origins[0] ?? "");
  if (!from) return null;
  const poll = round.kind === "poll" ? { answer, ...(answer === "object" && { reason }) } : {};
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
      {round.kind === "poll" && (
        <label class="field">
          <span>{t("Welk antwoord")}</span>
          <select class="input" value={answer} onChange={(event) => setAnswer(event.currentTarget.value)}>
            {["support", "live_with", "object"].map((word) => (
              <option key={word} value={word}>
                {answerWord(word)}
              </option>
            ))}
          </select>
        </label>
      )}
      {"reason" in poll && (
        <label class="field">
          <span>{t("Wat is het bezwaar?")}</span>
          <input class="input" maxLength={LONGEST} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
      )}
      {asksOf(round).map((theme) => (
        <Count
          key={theme.id}
          theme={theme}
          most={"reason" in poll && !reason.trim() ? 0 : free(round, from, theme.id)}
          count={(hands) =>
            ask(
              `${round.kind}.raise`,
              { round: round.id, theme: theme.id, initiative: from, hands, ...poll },
              nt("%(num)s hand voor %(name)s", "%(num)s handen voor %(name)s", hands, { name: theme.name }),
            )
          }
        />
      ))}
    </details>
  );
}

interface CountProps {
  readonly theme: Kept<ThemeSeen>;
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
