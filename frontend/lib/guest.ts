/** For whom this screen gives answers: for oneself, or for a guest without a phone whom one helps. */

import { computed, signal } from "@preact/signals";
import { boot } from "./boot";
import { t } from "./i18n";
import { collection, initiative, type Kept, list, me, own } from "./store";
import type { ParticipantSeen } from "./wire";

const chosen = signal("");

/** The guests whom one helps, in the order of their numbers: one's own, or all for who leads. */
export const guests = computed<readonly Kept<ParticipantSeen>[]>(() => {
  const leads = boot.audience !== "participant";
  if (!leads && !me.value?.helper) return [];
  return list("participants")
    .value.filter(({ guest, host }) => guest && (leads || host === me.value?.id))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
});

/** The guest whom the screen is about now, "" for oneself. */
export const guest = computed(() => (guests.value.some(({ id }) => id === chosen.value) ? chosen.value : ""));

/** Whose answers the screen shows. */
export const voter = computed(() => guest.value || (me.value?.id ?? ""));

export const chooseGuest = (id: string): void => {
  chosen.value = id;
};

/** Go to the guest with this number, or the only one whose name has these words in it. */
export function findGuest(words: string): void {
  const looked = words.trim().toLowerCase();
  const byNumber = guests.value.find(({ number }) => String(number) === looked);
  const byName = guests.value.filter((one) => looked && guestName(one).toLowerCase().includes(looked));
  const found = byNumber ?? (byName.length === 1 ? byName[0] : undefined);
  if (found) chooseGuest(found.id);
}

/** Go to the guest after this one, and after the last to the first. */
export function nextGuest(): void {
  const at = guests.value.findIndex(({ id }) => id === guest.value);
  chooseGuest(guests.value[(at + 1) % guests.value.length]?.id ?? "");
}

/** The data of a command, with the guest whom it is given for. */
export const forVoter = <T extends object>(data: T): T => (guest.value ? { ...data, guest: guest.value } : data);

/** Whether a command under way was given for whom the screen is about. */
export const isVoters = (data: { readonly guest?: unknown }): boolean => (data.guest ?? "") === guest.value;

/** What was given for a guest: to a helper as one's own, to who leads in view. */
export const guestBallot = <K extends "dot_ballots" | "poll_ballots">(name: K, id: string) =>
  (boot.audience === "participant" ? own(name) : collection(name)).value[id];

/** What a guest is called: the number of their card, with a name or else where they come from. */
export function guestName({ number = 0, name, initiative: from = "" }: ParticipantSeen): string {
  return t("Gast %(number)s · %(name)s", { number, name: name || (initiative(from)?.name ?? "") });
}
