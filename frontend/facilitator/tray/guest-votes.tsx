/** The vote of one guest, theme by theme, as who leads enters it. */

import { useState } from "preact/hooks";
import { act } from "../../control/act";
import { asksOf } from "../../control/hands";
import { forVoter, guest } from "../../lib/guest";
import { nt, t } from "../../lib/i18n";
import { asked } from "../../lib/outbox";
import { entity, type Kept, picture } from "../../lib/store";
import type { Thing } from "../../lib/votes";
import type { DotsPicture, RoundSeen } from "../../lib/wire";
import { answerWord } from "../../lib/words";
import { GuestBallot } from "./guest-ballot";
import { Reason } from "./reason";

interface VotesProps {
  readonly round: Kept<RoundSeen>;
}

export function GuestVotes({ round }: VotesProps) {
  if (round.kind === "dots") return <GuestDots round={round} />;
  return round.kind === "poll" ? <GuestAnswers round={round} /> : <GuestBallot round={round} />;
}

function GuestDots({ round }: VotesProps) {
  const stored = entity("dot_ballots", `${round.id}:${guest.value}`)?.dots ?? {};
  const { budget = 0, per_theme = 1 } = picture<DotsPicture>(round.id) ?? {};
  const left = budget - Object.values(stored).reduce((sum, num) => sum + num, 0);
  const set = ({ id, name }: Thing, dots: number) =>
    act("dots.set", forVoter({ round: round.id, theme: id, dots }), t("Stippen op %(name)s", { name }));
  return (
    <fieldset class="guest-votes">
      <legend>{nt("Nog %(num)s stip", "Nog %(num)s stippen", left)}</legend>
      {asksOf(round).map((theme) => (
        <label key={theme.id} class="choice">
          {per_theme === 1 ? (
            <input type="checkbox" checked={(stored[theme.id] ?? 0) > 0} onChange={(event) => set(theme, Number(event.currentTarget.checked))} />
          ) : (
            <input class="input" type="number" min={0} max={per_theme} value={stored[theme.id] ?? 0} onChange={(event) => set(theme, Number(event.currentTarget.value))} />
          )}
          {theme.name}
        </label>
      ))}
    </fieldset>
  );
}

const GuestAnswers = ({ round }: VotesProps) => (
  <>
    {asksOf(round).map((theme) => (
      <GuestAnswer key={theme.id} round={round.id} theme={theme} />
    ))}
  </>
);

function GuestAnswer({ round, theme }: { round: string; theme: Thing }) {
  const stored = entity("poll_ballots", `${round}:${guest.value}:${theme.id}`);
  const [reason, setReason] = useState(stored?.reason ?? "");
  const coming = asked<{ theme: string; guest: string; answer: string }>(
    "poll.answer",
    (data) => data.theme === theme.id && data.guest === guest.value,
  );
  const said = coming?.answer ?? stored?.answer ?? "";
  const [objecting, setObjecting] = useState(said === "object");
  const give = (answer: string) =>
    act(
      "poll.answer",
      forVoter({ round, theme: theme.id, answer, reason: answer === "object" ? reason : "", energy: stored?.energy ?? false }),
      t("Antwoord op %(name)s", { name: theme.name }),
    );
  const choose = (answer: string) => {
    setObjecting(answer === "object");
    if (answer !== "object") give(answer);
  };
  return (
    <fieldset class="guest-votes">
      <legend>{theme.name}</legend>
      {["support", "live_with", "object"].map((answer) => (
        <label key={answer} class="choice">
          <input type="radio" name={theme.id} checked={(objecting ? "object" : said) === answer} onChange={() => choose(answer)} />
          {answerWord(answer)}
        </label>
      ))}
      {objecting && <Reason reason={reason} write={setReason} save={() => give("object")} />}
    </fieldset>
  );
}
