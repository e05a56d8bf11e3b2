/** All one's answers in the poll: to go back to one while it runs, to read afterwards. */

import { t, nt } from "../../../lib/i18n";
import { answerWord } from "../../../lib/words";
import { draft } from "../../../lib/draft";
import { objectionDraft } from "../../objection";
import { Dock } from "../../parts";
import { goTo } from "../../walk";
import { type Answer, answerTo, themesOf } from "./state";

export function AllAnswers({ round, open }: { round: string; open: boolean }) {
  const all = themesOf(round);
  const blank = all.filter(({ id }) => !answerTo(round, id).answer);
  const last = all.at(-1);
  if (!last) return null;
  return (
    <>
      <ul role="list" class="rows">
        {all.map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="row" onClick={() => goTo(round, id)}>
              <span class="row-name">
                <b>{name}</b>
                <Said mine={answerTo(round, id)} unsent={draft(objectionDraft(round, id)).value} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Dock>
        {blank[0] && open ? (
          <button type="button" class="button" onClick={() => goTo(round, blank[0]?.id ?? "")}>
            {nt("Beantwoord er nog %(num)s", "Beantwoord er nog %(num)s", blank.length)}
          </button>
        ) : (
          <p class="done">{t("Klaar. Leg je telefoon gerust even weg.")}</p>
        )}
      </Dock>
    </>
  );
}

/** The same, to read. */
export const Answers = ({ round }: { round: string }) => (
  <ul role="list" class="rows">
    {themesOf(round).map(({ id, name }) => (
      <li key={id}>
        <div class="row">
          <span class="row-name">
            <b>{name}</b>
            <Said mine={answerTo(round, id)} unsent={draft(objectionDraft(round, id)).value} none={t("geen antwoord")} />
          </span>
        </div>
      </li>
    ))}
  </ul>
);

/** An answer in words. unsent: an objection that was typed and did not go. */
function Said({ mine, unsent, none = t("nog geen antwoord") }: { mine: Answer; unsent: string; none?: string }) {
  return (
    <span class="said" data-answer={mine.answer || undefined}>
      <span>
        {answerWord(mine.answer) || none}
        {mine.energy && ` · ${t("ik werk mee")}`}
      </span>
      {mine.reason && <span class="soft small">{mine.reason}</span>}
      {unsent && <span class="soft small">{t("Niet verstuurd: %(text)s", { text: unsent })}</span>}
    </span>
  );
}
