/** A need and an initiative that can help with it: asking to meet, and whom one met. */

import { Mark } from "../../../control/mark";
import { t } from "../../../lib/i18n";
import { underWay } from "../../../lib/outbox";
import { type Kept, me, own } from "../../../lib/store";
import type { Need } from "../../../lib/strengthening";
import type { InitiativeSeen, Met, WishSeen } from "../../../lib/wire";
import { Safe } from "../../../lib/safe";
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
  readonly asking: boolean;
  readonly meet: () => void;
  readonly give: (details: object) => void;
  readonly cancel: () => void;
  readonly withdraw: () => void;
}

export function PairCard({ pair, asking, meet, give, cancel, withdraw }: PairProps) {
  const { need, offer, other } = pair;
  const factor = need.factors.find(({ initiative }) => initiative === offer);
  const wish = own("wishes").value[keyOf(pair)];
  const onMap = need.helpers.some(({ id }) => id === offer);
  const moving = underWay.value.some(
    ({ kind, data }) => kind.startsWith("wish.") && data["need"] === need.id && data["offer"] === offer,
  );
  return (
    <li class="card stack">
      <h3>
        <Mark of={other} /> <bdi>{other.name}</bdi>
      </h3>
      <p>
        <bdi>{need.text}</bdi>
      </p>
      {factor && (
        <p class="soft small">
          {t("Omdat dit lukt:")} <bdi>{factor.text}</bdi>
        </p>
      )}
      {wish && (onMap || wish.met.length > 0) && <Wished wish={wish} other={other.name} />}
      {moving && <Safe moving />}
      {asking && <MeetForm other={other.name} give={give} cancel={cancel} />}
      {!asking && !moving && (
        <button type="button" class="button" data-kind={wish ? "quiet" : "outline"} data-wide onClick={wish ? withdraw : meet}>
          {wish ? t("Toch geen contact") : t("Breng ons in contact")}
          <span class="visually-hidden">: {other.name}</span>
        </button>
      )}
    </li>
  );
}

function Wished({ wish, other }: { wish: WishSeen; other: string }) {
  if (wish.met.length === 0) {
    return (
      <p class="notice" role="status">
        {t("Bewaard. Zodra iemand van %(initiative)s het ook wil, zien jullie hier elkaars gegevens.", { initiative: other })}
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

const Reached = ({ one }: { one: Met }) => (
  <p class="strengthening-met">
    <b>
      <bdi>{one.name}</bdi>
    </b>
    {one.email && <a href={`mailto:${encodeURIComponent(one.email)}`}>{one.email}</a>}
    {one.phone && <a href={`tel:${one.phone.replace(/[^+\d]/g, "")}`}>{one.phone}</a>}
  </p>
);
