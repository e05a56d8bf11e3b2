/** How the other side reaches one, asked the first time one wants to meet somebody. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { InputHTMLAttributes } from "preact";
import { t } from "../../../lib/i18n";
import { me } from "../../../lib/store";

const LONGEST = 80; // characters

/** As one's working groups know one, if they do. */
const asKnown = () => {
  const { name = "", email = "", phone = "" } = me.value?.contact ?? {};
  return { name: name || me.value?.name || "", email, phone, consent: false };
};

interface MeetFormProps {
  readonly other: string;
  /** Whether it is on its way. */
  readonly moving: boolean;
  /** Why it was refused; what one typed is still there. */
  readonly refused: string;
  readonly give: (details: object) => void;
  readonly cancel: () => void;
}

export function MeetForm({ other, moving, refused, give, cancel }: MeetFormProps) {
  const [filled, setFilled] = useState(asKnown);
  const [missing, setMissing] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const error = missing || (moving ? "" : refused);
  const enter = (event: Event) => {
    event.preventDefault();
    setMissing("");
    if (!filled.name.trim() || !(filled.email + filled.phone).trim()) {
      setMissing(t("Vul je naam in, en een e-mailadres of een telefoonnummer."));
    } else if (!filled.consent) setMissing(t("Zet eerst het vinkje dat de ander je gegevens mag zien."));
    else give(filled);
  };
  const field = (name: "name" | "email" | "phone", label: string, more: InputHTMLAttributes<HTMLInputElement>) => (
    <label class="field">
      <span class="label">{label}</span>
      <input
        class="input"
        maxLength={LONGEST}
        value={filled[name]}
        onInput={(event) => setFilled({ ...filled, [name]: event.currentTarget.value })}
        {...more}
      />
    </label>
  );
  return (
    <form ref={form} class="stack" noValidate onSubmit={enter}>
      {field("name", t("Je naam"), { autocomplete: "name" })}
      {field("email", t("E-mail"), { type: "email", autocomplete: "email" })}
      {field("phone", t("Of telefoon"), { type: "tel", autocomplete: "tel" })}
      <label class="choice consent">
        <input
          type="checkbox"
          checked={filled.consent}
          onChange={(event) => setFilled({ ...filled, consent: event.currentTarget.checked })}
        />
        {t("Wie bij %(initiative)s het ook wil, mag mijn naam en gegevens zien.", { initiative: other })}
      </label>
      <p class="soft small">
        {t("Niemand anders ziet ze, ook de begeleider niet. Trek je je laatste wens in, dan wissen we ze.")}
      </p>
      {error && (
        <div class="field">
          <p class="error" role="alert">
            {error}
          </p>
        </div>
      )}
      <button class="button" data-wide disabled={moving}>
        {moving ? t("Wordt verstuurd …") : t("Breng ons in contact")}
      </button>
      <button type="button" class="button" data-kind="quiet" data-wide disabled={moving} onClick={cancel}>
        {t("Toch niet")}
      </button>
    </form>
  );
}
