/** A factor or bottleneck of one's own initiative, with the way to change it. */

import { useState } from "preact/hooks";
import { t } from "../../../lib/i18n";
import { send } from "../../../lib/outbox";
import { Edit } from "../../edit";
import { Safe } from "../../../lib/safe";
import { LONGEST, type Point } from "./card";

export function OwnPoint({ round, point, open }: { round: string; point: Point; open: boolean }) {
  const [editing, setEditing] = useState(false);
  if (editing && open) {
    return (
      <li class="card own-idea">
        <Edit
          id={point.id}
          label={t("Je zin")}
          text={point.text}
          longest={LONGEST}
          save={(text) => send("point.edit", { round, point: point.id, text })}
          withdraw={() => send("point.withdraw", { round, point: point.id })}
          done={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li class="card own-idea">
      <p>
        <bdi>{point.text}</bdi>
      </p>
      <div class="card-foot">
        <Safe moving={point.moving} />
        {open && (
          <button type="button" class="button" data-kind="quiet" onClick={() => setEditing(true)}>
            {t("Wijzig")}
            <span class="visually-hidden"> {point.text}</span>
          </button>
        )}
      </div>
    </li>
  );
}
