/** Schenken: what the room carries becomes groups of people; joining is one tap. */

import { useEffect, useRef } from "preact/hooks";
import { sizesOf } from "../../lib/groups";
import { nt, t } from "../../lib/i18n";
import { onItsWay, refused, safety } from "../../lib/outbox";
import type { Kept } from "../../lib/store";
import type { GroupSeen, RoundSeen } from "../../lib/wire";
import { Problem, useAsking } from "../asking";
import { toHeading } from "../heading";
import { themeName } from "../themes";
import { ToOwnGroups } from "../own-groups";
import type { RoundProps, RoundView } from ".";
import { GroupCard } from "./workgroups/card";
import { SignUp } from "./workgroups/join";
import { cardOf, details, groupsOf, type Joining, joining, knownDetails, myRole, type Role, withoutDetails, works } from "./workgroups/state";

/** The form that is before one: opened, on its way, or refused. Without a connection it goes, since
 *  what was sent is kept and may take long. */
function formOf(round: Kept<RoundSeen>): Joining | undefined {
  const form = joining.value;
  if (!form || round.status === "closed" || !groupsOf(round.id).some(({ id }) => id === form.group)) return undefined;
  if (form.sent === "") return form;
  const moving = onItsWay(form.sent) && safety.value !== "offline";
  return moving || refused.value?.id === form.sent ? form : undefined;
}

function Workgroups({ round, open }: RoundProps) {
  const { ask, problem } = useAsking();
  const form = formOf(round);
  useThereAndBack(form?.group, problem);
  const join = (group: string, role: Role, contact: object = {}) =>
    ask("group.join", { round: round.id, group, role, ...contact });
  if (form) {
    const send = () => {
      const sent = join(form.group, form.role, withoutDetails.value ? {} : details.value);
      joining.value = { ...form, sent };
    };
    return <SignUp form={form} problem={problem} open={open} send={send} />;
  }
  const joinOrAsk = (group: string, role: Role) => {
    if (knownDetails() || withoutDetails.value) join(group, role);
    else joining.value = { group, role, sent: "" };
  };
  return (
    <>
      <Problem of={problem} />
      <OnScreen round={round} />
      <Stretched round={round} />
      <Groups round={round} open={open} join={joinOrAsk} ask={ask} />
      <ToOwnGroups />
    </>
  );
}

interface GroupsProps extends RoundProps {
  readonly join: (group: string, role: Role) => void;
  readonly ask: (kind: string, data: object) => string;
}

function Groups({ round, open, join, ask }: GroupsProps) {
  const all = groupsOf(round.id);
  if (all.length === 0) return <p class="soft">{t("Er is nog geen werkgroep. De begeleider kan er een beginnen.")}</p>;
  return (
    <ul role="list" class="stack groups">
      {(round.status === "closed" ? mineFirst(all) : all).map((group) => (
        <GroupCard
          key={group.id}
          group={group}
          shown={round.focus === group.id}
          open={open}
          join={(role) => join(group.id, role)}
          leave={() => {
            details.value = undefined; // who leaves all groups is told that nothing is kept
            ask("group.leave", { round: round.id, group: group.id });
          }}
          plan={(plan) => ask("group.plan", { round: round.id, group: group.id, ...plan })}
        />
      ))}
    </ul>
  );
}

const mineFirst = (all: readonly Kept<GroupSeen>[]): Kept<GroupSeen>[] =>
  [...all].sort((a, b) => Number(Boolean(myRole(b.id))) - Number(Boolean(myRole(a.id))));

/** That one is in many groups; it may be so. */
function Stretched({ round }: { round: Kept<RoundSeen> }) {
  const { warn_from } = sizesOf(round);
  const num = groupsOf(round.id).filter(({ id }) => works(myRole(id))).length;
  return (
    <div role="status">
      {warn_from > 0 && num >= warn_from && (
        <p class="notice">
          {nt(
            "Je doet nu mee in %(num)s groep. Heb je daar tijd voor? Volgen mag ook.",
            "Je doet nu mee in %(num)s groepen. Heb je voor allemaal tijd? Volgen mag ook.",
            num,
          )}
        </p>
      )}
    </div>
  );
}

/** Who presents now. The cards below stay where they are, so that nobody taps another than they meant. */
function OnScreen({ round }: { round: Kept<RoundSeen> }) {
  const group = groupsOf(round.id).find(({ id }) => id === round.focus);
  const table = group && cardOf(group)?.table;
  return (
    <div role="status">
      {group && (
        <div class="notice on-screen">
          <p class="label small">{t("Nu op het scherm")}</p>
          <p>
            <b>{themeName(group.theme)}</b>
          </p>
          {Boolean(table) && <p class="small">{t("Tafel %(number)s vertelt.", { number: table ?? 0 })}</p>}
          <a class="small" href={`#group-${group.id}`}>
            {t("Naar deze groep")}
          </a>
        </div>
      )}
    </div>
  );
}

/** To the form's heading when it opens, to what is wrong in it, and back to the card one came from. */
function useThereAndBack(group: string | undefined, problem: object | undefined): void {
  const from = useRef(group);
  useEffect(() => {
    const wrong = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
    if (group && wrong) wrong.focus();
    else if (group && group !== from.current) toHeading();
    if (!group && from.current) toCard(from.current);
    from.current = group;
  }, [group, problem]);
}

function toCard(group: string): void {
  const heading = document.getElementById(`group-${group}`);
  heading?.scrollIntoView({ block: "start", behavior: "instant" });
  heading?.focus({ preventScroll: true });
}

function title(round: Kept<RoundSeen>): string {
  if (formOf(round)) return t("Hoe bereiken we je?");
  return round.status === "closed" ? t("Dit zijn de werkgroepen") : t("Wie gaat hiermee verder?");
}

function lead(round: Kept<RoundSeen>): string {
  if (formOf(round)) return t("Dit vragen we één keer. Voor een volgende groep onthouden we het.");
  if (round.status !== "closed") return t("Kies wat bij je past. Meer groepen mag, en je kunt er weer uit.");
  const mine = groupsOf(round.id).some(({ id }) => myRole(id));
  return mine ? t("Je groepen staan bovenaan.") : t("Je zit in geen groep. Wil je iets veranderen? Zeg het tegen de begeleider.");
}

export const screen: RoundView = { title, lead, View: Workgroups };
