/** Guests, for their helper: whom the screen is about, and letting more of them in. */

import { useId, useState } from "preact/hooks";
import { chooseGuest, findGuest, guest, guestName, guests, nextGuest } from "../lib/guest";
import { nt, t } from "../lib/i18n";
import { list } from "../lib/store";

const MOST = 100; // guests at once
const FEW = 4; // guests that are found in a list at a glance
const LONGEST_NAME = 80; // characters

/** self: what stands for oneself in the list. */
export function GuestPicker({ self }: { self: string }) {
  const id = useId();
  if (guests.value.length === 0) return null;
  return (
    <div class="guest-picker">
      <label for={id}>{t("Voor wie vul je nu in?")}</label>
      <select id={id} class="input" value={guest.value} onChange={(event) => chooseGuest(event.currentTarget.value)}>
        <option value="">{self}</option>
        {guests.value.map((one) => (
          <option key={one.id} value={one.id}>
            {guestName(one)}
          </option>
        ))}
      </select>
      {guests.value.length > FEW && <FindGuest />}
      <NextGuest />
    </div>
  );
}

export const NextGuest = () => (
  <button type="button" class="button" data-kind="outline" onClick={nextGuest}>
    {t("Volgende gast")}
  </button>
);

/** By the number on their card, which is quicker than a long list. */
function FindGuest() {
  const [words, setWords] = useState("");
  const look = (typed: string) => {
    setWords(typed);
    findGuest(typed);
  };
  return (
    <input
      class="input"
      type="search"
      aria-label={t("Zoek een gast op nummer of naam")}
      placeholder={t("Nummer of naam")}
      value={words}
      onInput={(event) => look(event.currentTarget.value)}
      onBlur={() => setWords("")}
    />
  );
}

type Ask = (kind: string, data: object, label: string) => void;

/** Let guests in: so many of an initiative, or by name. */
export function AddGuests({ ask }: { ask: Ask }) {
  const [from, setFrom] = useState("");
  const [many, setMany] = useState(1);
  const [names, setNames] = useState("");
  const known = useId();
  const named = names.split(/[,\n]/).map((name) => name.trim()).filter(Boolean);
  const number = named.length || many;
  const add = (event: Event) => {
    event.preventDefault();
    if (!from.trim()) return;
    const label = nt("%(num)s gast erbij", "%(num)s gasten erbij", number);
    ask("guest.add", named.length ? { initiative: from, names: named } : { initiative: from, number }, label);
    setNames("");
    setMany(1);
  };
  return (
    <form class="stack" onSubmit={add}>
      <label class="field">
        <span class="label">{t("Van welk initiatief")}</span>
        <input class="input" list={known} required maxLength={LONGEST_NAME} value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
        <datalist id={known}>
          {list("initiatives").value.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      </label>
      <label class="field">
        <span class="label">{t("Hoeveel gasten")}</span>
        <input class="input" type="number" min={1} max={MOST} disabled={named.length > 0} value={number} onInput={(event) => setMany(Number(event.currentTarget.value) || 1)} />
      </label>
      <label class="field">
        <span class="label">{t("Of hun namen, met komma’s ertussen")}</span>
        <input class="input" value={names} onInput={(event) => setNames(event.currentTarget.value)} />
      </label>
      <button class="button" data-kind="outline" disabled={!from.trim()}>
        {nt("Voeg %(num)s gast toe", "Voeg %(num)s gasten toe", number)}
      </button>
    </form>
  );
}
