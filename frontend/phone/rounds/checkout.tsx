/** Afronden: a mark from 1 to 5, which counts as soon as it is tapped, and one sentence; changeable
 *  until it closes. Then how it was for all. */

import { signal } from "@preact/signals";
import { t } from "../../lib/i18n";
import { asked, onItsWay } from "../../lib/outbox";
import { type Kept, me, own, picture } from "../../lib/store";
import type { CheckoutPicture, RoundSeen } from "../../lib/wire";
import { Problem, useAsking } from "../asking";
import { draft } from "../../lib/draft";
import { useHeading } from "../heading";
import { Safe } from "../../lib/safe";
import { Dock } from "../parts";
import type { RoundProps, RoundView } from ".";
import { CheckoutForm } from "./checkout/form";
import { CheckoutResults } from "./checkout/results";

export interface Given {
  readonly mark: number;
  readonly sentence: string;
}

/** The round in which one gives something, or changes what one gave. */
const editing = signal("");

const result = (round: Kept<RoundSeen>) => picture<CheckoutPicture>(round.id)?.result;

/** What I gave, as it will be. */
function given(round: string): Given | undefined {
  const found =
    asked<Partial<Given> & { round: string }>("checkout.give", (data) => data.round === round) ??
    own("checkouts").value[`${round}:${me.value?.id}`];
  return found?.mark ? { mark: found.mark, sentence: found.sentence ?? "" } : undefined;
}

/** Whether the form is before one: not given yet, or about to be changed. */
function asksFor(round: Kept<RoundSeen>): boolean {
  if (round.status === "closed") return false;
  return editing.value === round.id || (!given(round.id) && !result(round));
}

function Checkout({ round, open }: RoundProps) {
  const mine = given(round.id);
  const found = result(round);
  const { ask, problem } = useAsking();
  const asks = asksFor(round);
  useHeading(asks ? "form" : "thanks");
  if (asks) {
    const give = ({ mark, sentence }: Given) => {
      editing.value = round.id;
      ask("checkout.give", { round: round.id, mark, ...(sentence && { sentence }) });
    };
    const done = () => (editing.value = "");
    return <CheckoutForm round={round.id} mine={mine} open={open} problem={problem} give={give} done={done} />;
  }
  return (
    <>
      <Problem of={problem} />
      {found && <CheckoutResults result={found} />}
      <Mine mine={mine} round={round.id} />
      {open && (
        <Dock>
          <button type="button" class="button" data-kind="outline" onClick={() => (editing.value = round.id)}>
            {mine ? t("Wijzig wat je gaf") : t("Geef ook een cijfer")}
          </button>
        </Dock>
      )}
    </>
  );
}

function Mine({ mine, round }: { mine: Given | undefined; round: string }) {
  const unsent = draft(`checkout ${round}`).value;
  return (
    <>
      {mine ? (
        <section class="card my-checkout" aria-label={t("Wat je gaf")}>
          <p>
            <b class="given-mark">{mine.mark}</b> <span class="soft">{t("je cijfer, van 5")}</span>
          </p>
          {mine.sentence && (
            <p>
              <bdi>{mine.sentence}</bdi>
            </p>
          )}
          <Safe moving={onItsWay(round)} />
        </section>
      ) : (
        <p class="soft">{t("Je gaf geen cijfer.")}</p>
      )}
      {unsent && <p class="soft">{t("Niet verstuurd: %(text)s", { text: unsent })}</p>}
    </>
  );
}

function title(round: Kept<RoundSeen>): string {
  if (asksFor(round)) return t("Hoe was het voor jou?");
  return result(round) ? t("Zo kijken we terug") : t("Dank je wel");
}

function lead(round: Kept<RoundSeen>): string {
  if (asksFor(round)) return t("Tik een cijfer aan, dat telt meteen. Schrijf erbij wat je meeneemt, als je wilt. Je naam staat er niet bij.");
  if (result(round)) return "";
  if (round.status === "closed") return t("Deze ronde is voorbij. Kijk op het grote scherm.");
  return t("Je kunt het wijzigen tot de ronde sluit.");
}

export const screen: RoundView = { title, lead, View: Checkout };
