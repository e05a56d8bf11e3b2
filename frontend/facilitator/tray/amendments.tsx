/** After a vote by consent: the proposals with objections, to amend for the next vote. */

import { useId, useState } from "preact/hooks";
import { act } from "../../control/act";
import { theme } from "../../control/room";
import { ballotOf, ballotPicture } from "../../lib/ballot";
import { t } from "../../lib/i18n";
import { currentRound, entity } from "../../lib/store";
import type { BallotResult } from "../../lib/wire";
import { Fold } from "./fold";

const LONGEST = 280; // characters of a proposal

export function Amendments() {
  const round = currentRound.value?.id ?? "";
  const objected = (ballotPicture(round)?.results ?? []).filter(({ goes_on }) => !goes_on);
  if (ballotOf(round)?.method !== "consent" || objected.length === 0) return null;
  return (
    <Fold title={t("Voorstellen aanpassen")} count={objected.length} open>
      <p class="soft">{t("Pas een voorstel aan op de bezwaren. Zet daarna nog een ronde consent in het plan: die gaat over wat nog niet is aangenomen.")}</p>
      {objected.map((result) => (
        <Amend key={result.theme} round={round} result={result} />
      ))}
    </Fold>
  );
}

function Amend({ round, result }: { round: string; result: BallotResult }) {
  const kept = entity("amendments", `${round}:${result.theme}`)?.text ?? "";
  const [text, setText] = useState(kept);
  const id = useId();
  const name = theme(result.theme)?.name ?? "";
  const save = (event: Event) => {
    event.preventDefault();
    act("ballot.amend", { round, theme: result.theme, text }, t("Aangepast: %(name)s", { name }));
  };
  return (
    <form class="stack amend" onSubmit={save}>
      <h3>{name}</h3>
      <ul>
        {result.reasons.map((reason, n) => (
          <li key={n}>{reason}</li>
        ))}
      </ul>
      <div class="field">
        <label for={id}>{t("Zo luidt het voorstel nu")}</label>
        <textarea id={id} class="input" rows={2} maxLength={LONGEST} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </div>
      <button class="button" data-kind="outline" disabled={text.trim() === kept}>
        {t("Bewaar")}
        <span class="visually-hidden"> {name}</span>
      </button>
    </form>
  );
}
