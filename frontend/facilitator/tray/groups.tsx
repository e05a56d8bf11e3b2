/** The working groups as who leads sees them: what is missing, who has many, and starting one more. */

import { act } from "../../control/act";
import { theme, themes } from "../../control/room";
import { fullness, working } from "../../lib/groups";
import { nt, t } from "../../lib/i18n";
import { currentRound, initiative, type Kept, list, picture } from "../../lib/store";
import type { GroupSeen, RoundSeen, WorkgroupsPicture } from "../../lib/wire";
import { people, vanguardWord } from "../../lib/words";

export function Groups() {
  const round = currentRound.value;
  if (!round) return null;
  const groups = list("groups").value.filter((group) => group.round === round.id);
  const seen = picture<WorkgroupsPicture>(round.id);
  return (
    <>
      <ul role="list" class="rows">
        {groups.map((group) => (
          <Row key={group.id} round={round.id} group={group} />
        ))}
      </ul>
      {seen && <Stretched all={seen.stretched} />}
      <Start round={round} groups={groups} eager={seen?.eager ?? []} />
    </>
  );
}

function Row({ round, group }: { round: string; group: Kept<GroupSeen> }) {
  const inside = working(group.id);
  const told = [
    group.vanguard && vanguardWord(),
    inside.length > 0 ? people(inside.length) : t("nog niemand"),
    fullness(group, inside.length),
    !inside.some(({ role }) => role === "lead") && t("nog geen trekker"),
  ];
  return (
    <li>
      <p>
        <b>{theme(group.theme)?.name}</b>
        <span class="soft"> · {told.filter(Boolean).join(" · ")}</span>
      </p>
      <button type="button" class="button" data-kind="outline" onClick={() => act("group.stop", { round, group: group.id }, t("Een werkgroep is gestopt"))}>
        {t("Stop")}
      </button>
    </li>
  );
}

/** Who is in many groups: to have a word with, nothing is refused. */
function Stretched({ all }: { all: WorkgroupsPicture["stretched"] }) {
  if (all.length === 0) return null;
  return (
    <>
      <h3>{t("In veel groepen")}</h3>
      <ul role="list">
        {all.map(({ name, initiative: from, groups: num }, place) => (
          <li key={place}>
            <bdi>{[name || t("iemand"), initiative(from)?.name].filter(Boolean).join(", ")}</bdi>
            <span class="soft"> · {nt("%(num)s groep", "%(num)s groepen", num)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface StartProps {
  readonly round: Kept<RoundSeen>;
  readonly groups: readonly Kept<GroupSeen>[];
  readonly eager: readonly string[];
}

/** The themes without a group, first those that people want to work on. */
function Start({ round, groups, eager }: StartProps) {
  const rest = themes.value.filter(({ id }) => !groups.some((group) => group.theme === id));
  const wanted = rest.filter(({ id }) => eager.includes(id));
  const others = rest.filter(({ id }) => !eager.includes(id));
  const buttons = (some: typeof rest) => (
    <div class="now-buttons">
      {some.map(({ id, name }) => (
        <button key={id} type="button" class="button" data-kind="outline" onClick={() => act("group.start", { round: round.id, theme: id }, t("Werkgroep begonnen: %(name)s", { name }))}>
          {name}
        </button>
      ))}
    </div>
  );
  return (
    <>
      {wanted.length > 0 && (
        <>
          <h3>{t("Niet gedragen, wel mensen die eraan willen werken: begin een kopgroep")}</h3>
          {buttons(wanted)}
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{t("Begin een werkgroep voor")}</h3>
          {buttons(others)}
        </>
      )}
    </>
  );
}
