/** Guests without a phone: letting them in, and giving their ideas, votes and hands. */

import { act } from "../../control/act";
import { AddGuests, GuestPicker } from "../../control/guests";
import { Hands } from "../../control/hands";
import { guest } from "../../lib/guest";
import { t } from "../../lib/i18n";
import { currentRound } from "../../lib/store";
import { GuestIdea } from "./guest-idea";
import { GuestVotes } from "./guest-votes";

const VOTES: ReadonlySet<string> = new Set(["dots", "poll", "ballot"]);

export function Guests() {
  const round = currentRound.value;
  const voting = round?.status === "open" && VOTES.has(round.kind) ? round : undefined;
  return (
    <>
      <GuestPicker self={voting ? t("kies een gast") : t("weet ik niet")} />
      {voting ? guest.value && <GuestVotes key={guest.value} round={voting} /> : <GuestIdea />}
      {voting && <Hands round={voting} ask={act} />}
      <details>
        <summary>{t("Gasten erbij")}</summary>
        <AddGuests ask={act} />
      </details>
    </>
  );
}
