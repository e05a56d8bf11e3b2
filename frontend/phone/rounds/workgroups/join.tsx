/** How to reach somebody who signs up, with what happens to it; asked once. */

import { useEffect, useId, useRef } from "preact/hooks";
import type { InputHTMLAttributes } from "preact";
import { t } from "../../../lib/i18n";
import { onItsWay, refused } from "../../../lib/outbox";
import { Problem, type useAsking } from "../../asking";
import { Dock } from "../../parts";
import { type Details, details, firstDetails, groupName, type Joining, joining, knownDetails, roleAsks, withoutDetails } from "./state";

const LONGEST = 80; // characters
const AT_A_FIELD = new Set(["contact.malformed", "contact.consent_missing"]);

interface SignUpProps {
  readonly form: Joining;
  readonly problem: ReturnType<typeof useAsking>["problem"];
  readonly open: boolean;
  readonly send: () => void;
}

export function SignUp({ form, problem, open, send }: SignUpProps) {
  const id = useId();
  const filled = details.value ?? firstDetails();
  const fill = (more: Partial<Details>) => (details.value = { ...filled, ...more });
  const enter = (event: Event) => {
    event.preventDefault();
    withoutDetails.value = false;
    details.value = filled;
    send();
  };
  const without = () => {
    withoutDetails.value = true;
    send();
  };
  const back = () => {
    refused.value = undefined;
    joining.value = undefined;
  };
  const moving = form.sent !== "" && onItsWay(form.sent);
  const error = (code: string) => (problem?.code === code ? problem.message : "");
  return (
    <>
      <p class="card signing-up">
        <b>{groupName(form.group)}</b>
        <span class="soft">{roleAsks(form.role)}</span>
      </p>
      {problem && !AT_A_FIELD.has(problem.code) && <Problem of={problem} />}
      <form id={id} class="stack" noValidate onSubmit={enter}>
        <Reach filled={filled} fill={fill} error={error("contact.malformed")} />
        <Consent filled={filled} fill={fill} error={error("contact.consent_missing")} />
      </form>
      {!knownDetails() && (
        <button type="button" class="button" data-kind="quiet" disabled={!open} onClick={without}>
          {t("Doe mee zonder gegevens")}
        </button>
      )}
      <Dock>
        <div class="moves">
          <button type="button" class="button" data-kind="outline" onClick={back}>
            {t("Terug")}
          </button>
          <button class="button" form={id} disabled={!open || moving}>
            {moving ? t("Wordt verstuurd …") : t("Meld me aan")}
          </button>
        </div>
      </Dock>
    </>
  );
}

interface PartProps {
  readonly filled: Details;
  readonly fill: (more: Partial<Details>) => void;
  readonly error: string;
}

function Reach({ filled, fill, error }: PartProps) {
  const id = useId();
  const wrong = { "aria-invalid": Boolean(error), ...(error && { "aria-describedby": id }) };
  const field = (name: "name" | "email" | "phone", label: string, more: InputHTMLAttributes<HTMLInputElement>) => (
    <label class="field">
      <span class="label">{label}</span>
      <input class="input" maxLength={LONGEST} value={filled[name]} onInput={(event) => fill({ [name]: event.currentTarget.value })} {...more} />
    </label>
  );
  return (
    <>
      {field("name", t("Je naam, die ziet iedereen bij de groep"), { autocomplete: "name" })}
      {field("email", t("E-mail"), { type: "email", autocomplete: "email", ...(filled.email && wrong) })}
      {field("phone", t("Of telefoon"), { type: "tel", autocomplete: "tel", ...(filled.phone && wrong) })}
      {error && (
        <div class="field">
          <p class="error" id={id} role="alert">
            {error}
          </p>
        </div>
      )}
    </>
  );
}

function Consent({ filled, fill, error }: PartProps) {
  const id = useId();
  const tick = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!error) return;
    tick.current?.focus({ preventScroll: true }); // what is wrong may lie under the buttons
    tick.current?.closest("label")?.scrollIntoView({ block: "center" });
  }, [error]);
  return (
    <>
      <label class="choice consent">
        <input
          ref={tick}
          type="checkbox"
          checked={filled.consent}
          aria-invalid={Boolean(error)}
          aria-describedby={id}
          onChange={(event) => fill({ consent: event.currentTarget.checked })}
        />
        {t("De organisator mag deze gegevens bewaren, voor de werkgroepen waar ik in zit.")}
      </label>
      {error && (
        <div class="field">
          <p class="error" role="alert">
            {error}
          </p>
        </div>
      )}
      <p class="soft small" id={id}>
        {t("Alleen de organisator ziet je e-mail en telefoon. Stap je uit al je groepen, dan wissen we ze.")}
      </p>
      <label class="choice consent">
        <input type="checkbox" checked={filled.share} onChange={(event) => fill({ share: event.currentTarget.checked })} />
        {t("De anderen in mijn werkgroep mogen ze ook zien.")}
      </label>
    </>
  );
}
