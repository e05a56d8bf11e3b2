/** What somebody in a group can do: note what comes first, take another part, or leave. */

import { t } from "../../../lib/i18n";
import { groupName, joining, knownDetails, type Role, ROLES, roleAsks, roleIs } from "./state";

interface MemberProps {
  readonly group: string;
  readonly role: Role;
  /** Whether there is no place left to do more than follow. */
  readonly full: boolean;
  readonly join: (role: Role) => void;
  readonly leave: () => void;
  readonly plan: () => void;
}

export function Member({ group, role, full, join, leave, plan }: MemberProps) {
  const name = groupName(group);
  return (
    <div class="stack member">
      {role !== "follower" && (
        <button type="button" class="button" data-kind="outline" data-wide onClick={plan}>
          {t("Werk het plan bij")}
          <span class="visually-hidden">: {name}</span>
        </button>
      )}
      <details class="more">
        <summary>
          {t("%(role)s. Wijzigen?", { role: roleIs(role) })}
          <span class="visually-hidden"> {name}</span>
        </summary>
        <fieldset class="stack">
          <legend class="visually-hidden">{t("Wat doe je in deze groep?")}</legend>
          {ROLES.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name={`role ${group}`} checked={one === role} disabled={full && one !== role} onChange={() => join(one)} />
              {roleAsks(one)}
            </label>
          ))}
        </fieldset>
        <div class="actions">
          <button type="button" class="button" data-kind="quiet" onClick={() => (joining.value = { group, role, sent: "" })}>
            {knownDetails() ? t("Wijzig je gegevens") : t("Geef je gegevens")}
          </button>
          <button type="button" class="button" data-kind="quiet" onClick={leave}>
            {t("Stap uit deze groep")}
          </button>
        </div>
      </details>
    </div>
  );
}
