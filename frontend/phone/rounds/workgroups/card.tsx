/** A working group: what it does, who is in, what is missing, and one tap to join. */

import { useState } from "preact/hooks";
import { colourOf, Mark } from "../../../control/mark";
import { nt, t } from "../../../lib/i18n";
import { onItsWay } from "../../../lib/outbox";
import { entity, initiative, type Kept, me } from "../../../lib/store";
import type { GroupSeen } from "../../../lib/wire";
import { dateWord, groupRoleWord, vanguardWord } from "../../../lib/words";
import { Safe } from "../../parts";
import { Member } from "./member";
import { Plan } from "./plan";
import { myRole, othersIn, planOf, type Role, roleAsks } from "./state";

const NAMED = 8; // people; the others are counted

export interface GroupCardProps {
  readonly group: Kept<GroupSeen>;
  /** Whether the room looks at it now. */
  readonly shown: boolean;
  readonly open: boolean;
  readonly join: (role: Role) => void;
  readonly leave: () => void;
  readonly plan: (step: string, date: string) => void;
}

export function GroupCard({ group, shown, open, join, leave, plan }: GroupCardProps) {
  const theme = entity("themes", group.theme);
  const role = myRole(group.id);
  const [planning, setPlanning] = useState(false);
  return (
    <li class="card group" data-colour={colourOf(theme ?? {})} data-mine={role && true} data-shown={shown || undefined}>
      <h2 id={`group-${group.id}`} tabIndex={-1}>
        {theme?.name}
      </h2>
      {group.vanguard && (
        <p class="small">
          <b class="vanguard">{vanguardWord()}</b> {t("Niet iedereen draagt dit. Wie wil, gaat er toch mee verder.")}
        </p>
      )}
      {planning && open ? (
        <Plan group={group} save={plan} done={() => setPlanning(false)} />
      ) : (
        <FirstStep group={group} />
      )}
      <People group={group.id} role={role} />
      {role && <Safe moving={onItsWay(group.id)} />}
      {open && !role && <Join name={theme?.name ?? ""} join={join} />}
      {open && role && !planning && (
        <Member group={group.id} role={role} join={join} leave={leave} plan={() => setPlanning(true)} />
      )}
    </li>
  );
}

function FirstStep({ group }: { group: Kept<GroupSeen> }) {
  const { step, date } = planOf(group);
  if (!step && !date) return null;
  return (
    <p class="first-step">
      {step && (
        <>
          <b>{t("Eerste stap:")}</b> <bdi>{step}</bdi>{" "}
        </>
      )}
      {date && <time dateTime={date}>{dateWord(date)}</time>}
    </p>
  );
}

/** Who is in, those who lead first; an empty chair when nobody leads. */
function People({ group, role }: { group: string; role: Role | undefined }) {
  const others = othersIn(group);
  const active = others.filter((one) => one.role !== "follower");
  const following = others.length - active.length + Number(role === "follower");
  const lead = role === "lead" || active.some((one) => one.role === "lead");
  const hidden = active.length - NAMED;
  return (
    <>
      <ul role="list" class="chairs" aria-label={t("Wie doet er mee")}>
        {!lead && <li class="chair" data-empty>{t("Nog geen trekker")}</li>}
        {role && role !== "follower" && (
          <Chair from={me.value?.initiative} name={t("jij")} leads={role === "lead"} />
        )}
        {active.slice(0, NAMED).map((one) => (
          <Chair key={one.id} from={one.initiative} name={one.name || t("iemand")} leads={one.role === "lead"} />
        ))}
        {hidden > 0 && <li class="chair">{t("en nog %(num)s", { num: hidden })}</li>}
      </ul>
      {following > 0 && (
        <p class="soft small">{nt("%(num)s mens blijft op de hoogte", "%(num)s mensen blijven op de hoogte", following)}</p>
      )}
    </>
  );
}

interface ChairProps {
  readonly from: string | undefined;
  readonly name: string;
  readonly leads: boolean;
}

const Chair = ({ from = "", name, leads }: ChairProps) => (
  <li class="chair" data-lead={leads || undefined}>
    <Mark of={initiative(from)} />
    <bdi>{name}</bdi>
    {leads && <span class="small">{groupRoleWord("lead").toLowerCase()}</span>}
  </li>
);

function Join({ name, join }: { name: string; join: (role: Role) => void }) {
  const button = (role: Role, kind: string) => (
    <button type="button" class="button" data-kind={kind} data-wide={role === "member" || undefined} onClick={() => join(role)}>
      {roleAsks(role)}
      <span class="visually-hidden">: {name}</span>
    </button>
  );
  return (
    <div class="join-group">
      {button("member", "outline")}
      {button("lead", "quiet")}
      {button("follower", "quiet")}
    </div>
  );
}
