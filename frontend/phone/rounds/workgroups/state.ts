/** Who is in which working group, oneself ahead of the server, and how one signs up. */

import { signal } from "@preact/signals";
import { t } from "../../../lib/i18n";
import { asked, underWay } from "../../../lib/outbox";
import { entity, type Kept, list, me, own } from "../../../lib/store";
import type { CardSeen, Contact, GroupSeen, SignupSeen } from "../../../lib/wire";

export type Role = SignupSeen["role"];
export const ROLES: readonly Role[] = ["member", "lead", "follower"];

export const groupsOf = (round: string): Kept<GroupSeen>[] =>
  list("groups").value.filter((group) => group.round === round);

/** The card that a table made for this group's theme. */
export const cardOf = (group: GroupSeen): Kept<CardSeen> | undefined =>
  list("cards").value.find(({ theme }) => theme === group.theme);

export function myRole(group: string): Role | undefined {
  const coming = underWay.value.filter(
    ({ kind, data }) => (kind === "group.join" || kind === "group.leave") && data["group"] === group,
  );
  const last = coming.at(-1);
  if (last) return last.kind === "group.join" ? (last.data["role"] as Role) : undefined;
  const stored = own("signups").value[`${group}:${me.value?.id}`];
  return stored && (stored.role ?? "member");
}

/** Everybody else in a group, those who lead it first. */
export function othersIn(group: string): Kept<SignupSeen>[] {
  const all = list("signups").value.filter((one) => one.group === group && one.id !== `${group}:${me.value?.id}`);
  return [...all].sort((a, b) => Number(b.role === "lead") - Number(a.role === "lead"));
}

export interface Planned {
  readonly goal: string;
  readonly first_step: string;
  readonly date: string;
  readonly needs: string;
}

/** What a group is to do, what comes first and when, also when it is still on its way. */
export function planOf(group: Kept<GroupSeen>): Planned {
  const { goal = "", first_step = "", date = "", needs = "" } = group;
  return { goal, first_step, date, needs, ...asked<{ group: string } & Planned>("group.plan", (data) => data.group === group.id) };
}

/** How many people do the work of a group, oneself ahead of the server. */
export const workersIn = (group: string): number =>
  othersIn(group).filter(({ role }) => role !== "follower").length + Number(works(myRole(group)));

export const works = (role: Role | undefined): boolean => role !== undefined && role !== "follower";

export const roleAsks = (role: Role): string =>
  ({ member: t("Ik doe mee"), lead: t("Ik wil trekker zijn"), follower: t("Houd me op de hoogte") })[role];

export const roleIs = (role: Role): string =>
  ({ member: t("Je doet mee"), lead: t("Je bent trekker"), follower: t("Je blijft op de hoogte") })[role];

export interface Details extends Required<Contact> {
  readonly consent: boolean;
}

const NONE: Details = { name: "", email: "", phone: "", share: false, consent: false };

/** What one filled in and did not send; it goes with the page, since a phone may be borrowed. */
export const details = signal<Details | undefined>(undefined);
/** Whether one signs up without contact details, which is asked once too. */
export const withoutDetails = signal(false);

/** What was given before, also when it is still on its way. */
export function knownDetails(): Details | undefined {
  const coming = asked<Partial<Details>>("group.join", ({ consent }) => consent === true);
  const contact = coming ?? me.value?.contact;
  return contact && (contact.name || contact.email || contact.phone) ? { ...NONE, ...contact, consent: true } : undefined;
}

/** What the form starts with. */
export const firstDetails = (): Details => knownDetails() ?? { ...NONE, name: me.value?.name ?? "" };

/** For which group the form is open. sent: the command that it became. */
export interface Joining {
  readonly group: string;
  readonly role: Role;
  readonly sent: string;
}

export const joining = signal<Joining | undefined>(undefined);

export const groupName = (group: string): string =>
  entity("themes", entity("groups", group)?.theme ?? "")?.name ?? "";
