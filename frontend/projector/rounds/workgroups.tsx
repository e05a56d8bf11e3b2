/** Schenken: working groups that fill with people, and an empty chair where a lead is missing. */

import { colourOf, Mark } from "../../control/mark";
import { theme } from "../../control/room";
import { fullness, missingIn, working } from "../../lib/groups";
import { nt, t } from "../../lib/i18n";
import type { GroupSeen, RoundSeen, SignupSeen } from "../../lib/wire";
import { cardFieldWord, dateWord, people, vanguardWord } from "../../lib/words";
import { Empty, Pager } from "../parts";
import { pageOf, pagesOf, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { initiative, type Kept, list } from "../../lib/store";

const GROUPS = 6;
const FEW = 4; // so that there is room to say what they are for
const CHAIRS = 8;
const CHAIRS_LARGE = 18;

const groups = list("groups");

const groupsOf = (round: string) => groups.value.filter((group) => group.round === round);
const focused = (round: Kept<RoundSeen>) => groupsOf(round.id).find(({ id }) => id === round.focus);

function Workgroups({ round }: { round: Kept<RoundSeen> }) {
  const group = focused(round);
  return group ? <OneGroup group={group} /> : <Groups all={groupsOf(round.id)} />;
}

function Groups({ all }: { all: readonly Kept<GroupSeen>[] }) {
  const pages = pagesOf(all.length, GROUPS);
  const page = useTurns(pages);
  if (all.length === 0) {
    return <Empty>{t("Er is nog geen werkgroep. De begeleider kan er een beginnen.")}</Empty>;
  }
  const shown = pageOf(all, GROUPS, page);
  return (
    <>
      <ul role="list" class="groups" data-few={shown.length <= FEW || undefined}>
        {shown.map((group) => (
          <li key={group.id} data-colour={colourOf(theme(group.theme) ?? {})}>
            <h2>{theme(group.theme)?.name}</h2>
            <p>
              {group.vanguard && <b>{vanguardWord()} · </b>}
              <Inside group={group} />
            </p>
            {shown.length <= FEW && group.goal && <p class="goal">{group.goal}</p>}
            <Chairs group={group} most={CHAIRS} />
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </>
  );
}

/** How many there are, and how many are missing. */
function Inside({ group }: { group: Kept<GroupSeen> }) {
  const num = working(group.id).length;
  const room = fullness(group, num);
  return (
    <>
      {num > 0 ? people(num) : t("nog niemand")}
      {room && <span> · {room}</span>}
    </>
  );
}

/** Leads first; an empty chair when there is none, and one for everybody who is still needed. */
function Chairs({ group, most }: { group: Kept<GroupSeen>; most: number }) {
  const there = working(group.id);
  const leads = there.filter(({ role }) => role === "lead");
  const seated = [...leads, ...there.filter(({ role }) => role !== "lead")];
  const shown = seated.slice(0, seated.length > most ? most - 1 : most);
  const missing = missingIn(group, there.length) - Number(leads.length === 0);
  return (
    <ul role="list" class="chairs">
      {leads.length === 0 && (
        <li class="chair" data-empty>
          {t("Trekker gezocht")}
        </li>
      )}
      {shown.map((one) => (
        <li key={one.id} class="chair" data-lead={one.role === "lead" || undefined}>
          <Mark of={initiative(one.initiative ?? "")} />
          <span>{firstName(one)}</span>
          {one.role === "lead" && <em>{t("trekker")}</em>}
        </li>
      ))}
      {seated.length > shown.length && (
        <li class="chair">{t("en nog %(num)s", { num: seated.length - shown.length })}</li>
      )}
      {Array.from({ length: Math.max(0, Math.min(missing, most - shown.length)) }, (_, n) => (
        <li key={n} class="chair" data-empty aria-hidden="true" />
      ))}
    </ul>
  );
}

const firstName = (one: SignupSeen): string => one.name || t("iemand");

function OneGroup({ group }: { group: Kept<GroupSeen> }) {
  const { goal, first_step: step, date, needs } = group;
  return (
    <article class="one-group" data-colour={colourOf(theme(group.theme) ?? {})}>
      <div class="one-group-plan">
        {goal && <Line title={t("Doel")} words={goal} />}
        {step && <Line title={cardFieldWord("first_step")} words={step} />}
        {date && <Line title={t("Wanneer")} words={dateWord(date)} />}
        {needs && <Line title={cardFieldWord("needs")} words={needs} />}
        {!goal && !step && <p class="empty">{t("Wat is jullie eerste stap?")}</p>}
      </div>
      <Chairs group={group} most={CHAIRS_LARGE} />
    </article>
  );
}

function Line({ title, words }: { title: string; words: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{words}</p>
    </section>
  );
}

export const workgroups: RoundPicture = {
  title: (round) => {
    const group = focused(round);
    if (group) return theme(group.theme)?.name ?? "";
    return round.status === "closed" ? t("Dit zijn de werkgroepen") : t("Wie gaat hiermee verder?");
  },
  lead: (round) => {
    const group = focused(round);
    if (!group && round.status === "closed") return t("Hiermee gaan we verder na vandaag.");
    if (!group) return t("Sluit je aan op je telefoon. Een groep heeft een trekker nodig.");
    const num = working(group.id).length;
    const inside = num > 0 ? nt("%(num)s mens doet mee", "%(num)s mensen doen mee", num) : t("nog niemand");
    return [group.vanguard && vanguardWord(), inside, fullness(group, num)].filter(Boolean).join(" · ");
  },
  time: () => t("nog om je aan te sluiten"),
  Picture: Workgroups,
};
