/** A working group: what it does, who is in, what is missing, and one tap to join. */

import { useState } from "preact/hooks";
import { colourOf, Mark } from "../../../control/mark";
import { fullness, isFull } from "../../../lib/groups";
import { nt, t } from "../../../lib/i18n";
import { onItsWay } from "../../../lib/outbox";
import { entity, initiative, type Kept, me } from "../../../lib/store";
import type { GroupSeen } from "../../../lib/wire";
import { dateWord, groupRoleWord, vanguardWord } from "../../../lib/words";
import { Safe } from "../../../lib/safe";
import { Member } from "./member";
import { Plan } from "./plan";
import { myRole, othersIn, type Planned, planOf, type Role, roleAsks, works, workersIn } from "./state";

const NAMED = 8; // people; the others are counted

export interface GroupCardProps {
  readonly group: Kept<GroupSeen>;
  /** Whether the room looks at it now. */
  readonly shown: boolean;
  readonly open: boolean;
  readonly join: (role: Role) => void;
  readonly leave: () => void;
  readonly plan: (plan: Planned) => void;
}

export function GroupCard({ group, shown, open, join, leave, plan }: GroupCardProps) {
  const theme = entity("themes", group.theme);
  const role = myRole(group.id);
  const [planning, setPlanning] = useState(false);
  const full = isFull(group, workersIn(group.id)) && !works(role);
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
        <Does group={group} />
      )}
      <People group={group} role={role} />
      {role && <Safe moving={onItsWay(group.id)} />}
      {open && !role && <Join name={theme?.name ?? ""} full={full} join={join} />}
      {open && role && !planning && (
        <Member group={group.id} role={role} full={full} join={join} leave={leave} plan={() => setPlanning(true)} />
      )}
    </li>
  );
}

/** What the group is to do: its aim, what comes first and when, and what it needs. */
function Does({ group }: { group: Kept<GroupSeen> }) {
  const { goal, first_step, date, needs } = planOf(group);
  return (
    <>
      {goal && (
        <p>
          <bdi>{goal}</bdi>
        </p>
      )}
      {(first_step || date) && (
        <p class="first-step">
          {first_step && (
            <>
              <b>{t("Eerste stap:")}</b> <bdi>{first_step}</bdi>{" "}
            </>
          )}
          {date && <time dateTime={date}>{dateWord(date)}</time>}
        </p>
      )}
      {needs && (
        <p class="small">
          <b>{t("Nodig:")}</b> <bdi>{needs}</bdi>
        </p>
      )}
    </>
  );
}

/** Who is in, those who lead first; an empty chair when nobody leads. */
function People({ group, role }: { group: Kept<GroupSeen>; role: Role | undefined }) {
  const others = othersIn(group.id);
  const active = others.filter((one) => one.role !== "follower");
  const following = others.length - active.length + Number(role === "follower");
  const lead = role === "lead" || active.some((one) => one.role === "lead");
  const hidden = active.length - NAMED;
  const room = fullness(group, workersIn(group.id));
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
      {room && <p class="small fullness">{room}</p>}
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

interface JoinProps {
  readonly name: string;
  readonly full: boolean;
  readonly join: (role: Role) => void;
}

function Join({ name, full, join }: JoinProps) {
  const button = (role: Role, kind: string) => (
    <button type="button" class="button" data-kind={kind} data-wide={role === "member" || undefined} onClick={() => join(role)}>
      {roleAsks(role)}
      <span class="visually-hidden">: {name}</span>
    </button>
  );
  if (full) return <div class="join-group">{button("follower", "outline")}</div>;
  return (
    <div class="join-group">
      {button("member", "outline")}
      {button("lead", "quiet")}
      {button("follower", "quiet")}
    </div>
  );
}
