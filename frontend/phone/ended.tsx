/** The session is over: thanks, what one signed up for, and what happens next. */

import { t } from "../lib/i18n";
import { entity, own } from "../lib/store";
import { groupRoleWord } from "../lib/words";
import { ToOwnGroups } from "./own-groups";

export function Ended() {
  const mine = Object.values(own("signups").value);
  return (
    <div class="calm">
      <h1 tabIndex={-1}>{t("Dank je wel")}</h1>
      <p>{t("Deze sessie is afgelopen. De organisator stuurt het verslag rond.")}</p>
      {mine.length > 0 && (
        <section class="stack">
          <h2>{t("Je werkgroepen")}</h2>
          <ul role="list" class="stack">
            {mine.map(({ id, group = "", role = "member" }) => (
              <li key={id} class="card">
                <h3>{entity("themes", entity("groups", group)?.theme ?? "")?.name}</h3>
                <p class="soft">{groupRoleWord(role)}</p>
                {entity("groups", group)?.first_step && <p>{entity("groups", group)?.first_step}</p>}
              </li>
            ))}
          </ul>
          <ToOwnGroups />
        </section>
      )}
    </div>
  );
}
