/** A need and an initiative that can help with it: asking to meet, and whom one met. */

import { Mark } from "../../../control/mark";
import { t } from "../../../lib/i18n";
import { underWay } from "../../../lib/outbox";
import { type Kept, me, own } from "../../../lib/store";
import type { Need } from "../../../lib/strengthening";
import type { InitiativeSeen, Met, WishSeen } from "../../../lib/wire";
import { Safe } from "../../../lib/safe";
import { type Asking, Problem } from "../../asking";
import { isMine } from "./card";
import { MeetForm } from "./meet-form";

/** other: the one of the two that is not one's own. */
export interface Pair {
  readonly need: Need;
  readonly offer: string;
  readonly other: Kept<InitiativeSeen>;
}

/** The id that one's wish for this has. */
export const keyOf = ({ need, offer }: Pair): string => `${need.id}:${offer}:${me.value?.id}`;

interface PairProps {
  readonly pair: Pair;
  /** Whether one is asked how to be reached. */
  readonly asking: boolean;
  /** Why what one asked last about this pair was refused. */
  readonly problem: Asking["problem"];
  readonly meet: () => void;
  readonly give: (details: object) => void;
  readonly cancel: () => void;
  readonly withdraw: () => void;
}

export function PairCard({ pair, asking, problem, meet, give, cancel, withdraw }: PairProps) {
  const { need, offer, other } = pair;
  const wish = own("wishes").value[keyOf(pair)];
  const moving = underWay.value.some(
    ({ kind, data }) => kind.startsWith("wish.") && data["need"] === need.id && data["offer"] === offer,
  );
  const fills = asking && !wish;
  return (
    <li class="card stack">
      <h3>
        <Mark of={other} /> <bdi>{other.name}</bdi>
      </h3>
      <About pair={pair} />
      {wish && <Wished wish={wish} pair={pair} />}
      {moving && <Safe moving />}
      {fills && <MeetForm other={other.name} moving={moving} refused={problem?.message ?? ""} give={give} cancel={cancel} />}
      {!fills && <Problem of={problem} />}
      {!fills && !moving && (
        <button type="button" class="button" data-kind={wish ? "quiet" : "outline"} data-wide onClick={wish ? withdraw : meet}>
          {wish ? t("Toch geen contact") : t("Breng ons in contact")}
          <span class="visually-hidden">: {other.name}</span>
        </button>
      )}
    </li>
  );
}

/** What the other gets stuck on, where one can help; and what goes well with who can help. */
function About({ pair: { need, offer } }: { pair: Pair }) {
  const factor = need.factors.find(({ initiative }) => initiative === offer);
  const weHelp = isMine(offer);
  return (
    <>
      {weHelp && <Line label={t("Zij lopen vast:")} text={need.text} />}
      {factor && <Line label={weHelp ? t("Bij jullie lukt:") : t("Bij hen lukt:")} text={factor.text} />}
    </>
  );
}

export const Line = ({ label, text }: { label: string; text: string }) => (
  <p class="strengthening-line">
    <span class="soft small">{label}</span> <bdi>{text}</bdi>
  </p>
);

function Wished({ wish, pair }: { wish: WishSeen; pair: Pair }) {
  if (wish.met.length === 0) {
    return (
      <p class="notice" role="status">
        {waiting(pair)}
      </p>
    );
  }
  return (
    <div class="notice stack" data-kind="good" role="status">
      <p>{t("Jullie willen het allebei. Neem gerust contact op.")}</p>
      {wish.met.map((one) => (
        <Reached key={one.name + one.email + one.phone} one={one} />
      ))}
    </div>
  );
}

/** What becomes of one's wish as long as nobody on the other side has the same. */
function waiting({ need, offer, other }: Pair): string {
  if (need.helpers.some(({ id }) => id === offer)) {
    return t("Bewaard. Zodra iemand van %(initiative)s het ook wil, zien jullie hier elkaars gegevens.", { initiative: other.name });
  }
  return isMine(offer)
    ? t("Jullie staan hier niet meer bij als hulp. Daarom kan %(initiative)s niet meer op je vraag ingaan.", { initiative: other.name })
    : t("%(initiative)s staat hier niet meer bij als hulp, en kan daarom niet meer op je vraag ingaan.", { initiative: other.name });
}

const Reached = ({ one }: { one: Met }) => (
  <p class="strengthening-met">
    <b>
      <bdi>{one.name}</bdi>
    </b>
    {one.email && <a href={`mailto:${encodeURIComponent(one.email)}`}>{one.email}</a>}
    {one.phone && <a href={`tel:${one.phone.replace(/[^+\d]/g, "")}`}>{one.phone}</a>}
  </p>
);
