/** Kennismaken: fill the card of one's initiative together, look at the others', and tap what one
 *  knows or can help with while they present. */

import { useEffect } from "preact/hooks";
import { t } from "../../lib/i18n";
import { initiative, type Kept, list, me } from "../../lib/store";
import type { RoundSeen } from "../../lib/wire";
import { useHeading } from "../heading";
import { Dock } from "../parts";
import type { RoundProps, RoundView } from ".";
import { isFilled, isMine, PARTS } from "./introductions/card";
import { OwnCard } from "./introductions/own-card";
import { partHelp, PartOfCard, partPlace, partQuestion } from "./introductions/part";
import { follow, go, leave, placeIn } from "./introductions/place";
import { Shown } from "./introductions/shown";
import { Strengthening } from "./introductions/strengthening";

function Introductions({ round, open }: RoundProps) {
  const place = placeIn(round);
  const mine = me.value?.initiative;
  useHeading(Object.values(place).join(" "));
  useEffect(follow, [round.phase]);
  useEffect(() => leave, []);
  return (
    <>
      {place.at === "map" && <OnMap round={round} />}
      {place.at === "card" && round.phase === "map" && mine && (
        <button type="button" class="button" data-wide onClick={() => go({ at: "map" })}>
          {t("Naar de versterkingskaart")}
        </button>
      )}
      {place.at === "card" && <OwnCard round={round} open={open} />}
      {place.at === "part" && <PartOfCard round={round} open={open} part={place.part} />}
      {place.at === "presenting" && <Presenting round={round} of={place.initiative} open={open} />}
      {place.at === "other" && <Other round={round} of={place.initiative} open={open} />}
    </>
  );
}

function OnMap({ round }: { round: Kept<RoundSeen> }) {
  return (
    <>
      <Strengthening round={round} />
      <button type="button" class="button" data-kind="quiet" onClick={() => go()}>
        {t("Naar de kaarten")}
      </button>
    </>
  );
}

function Presenting({ round, of, open }: RoundProps & { of: string }) {
  const part = PARTS.find((one) => !isFilled(round.id, of, one)) ?? "bottleneck";
  return (
    <>
      <Shown round={round.id} of={of} open={open} />
      {isMine(of) && open && (
        <button type="button" class="button" data-kind="outline" onClick={() => go({ at: "part", part })}>
          {t("Zet er nog iets bij")}
        </button>
      )}
    </>
  );
}

/** Another's card while nobody presents, with the way to the next one. */
function Other({ round, of, open }: RoundProps & { of: string }) {
  const others = list("initiatives").value.filter(({ id }) => !isMine(id));
  const next = others[others.findIndex(({ id }) => id === of) + 1];
  return (
    <>
      <Shown round={round.id} of={of} open={open} />
      <Dock>
        <div class="dock-row">
          <button type="button" class="button" data-kind="quiet" onClick={() => go()}>
            {me.value?.initiative ? t("Naar jullie kaart") : t("Alle kaarten")}
          </button>
          {next && (
            <button type="button" class="button" onClick={() => go({ at: "other", initiative: next.id })}>
              {t("Volgende")}
            </button>
          )}
        </div>
      </Dock>
    </>
  );
}

function title(round: Kept<RoundSeen>): string {
  const place = placeIn(round);
  if (place.at === "part") return partQuestion(place.part);
  if (place.at === "presenting" && isMine(place.initiative)) return t("Jullie zijn aan de beurt");
  if (place.at === "map") return t("Wie kan wie versterken?");
  if (place.at !== "card") return initiative(place.initiative)?.name ?? "";
  return me.value?.initiative ? t("Jullie kaart") : t("Maak kennis");
}

function above(round: Kept<RoundSeen>): string {
  const place = placeIn(round);
  if (place.at === "part") return partPlace(place.part);
  return place.at === "presenting" && !isMine(place.initiative) ? t("Nu aan de beurt") : "";
}

function lead(round: Kept<RoundSeen>): string {
  const place = placeIn(round);
  if (place.at === "part") return partHelp(place.part);
  if (place.at === "map") return t("Wil je iemand spreken? Pas als de ander dat ook wil, zien jullie elkaars gegevens.");
  if (round.status === "closed") return t("Deze ronde is voorbij. Je kunt alle kaarten nog lezen.");
  if (place.at === "presenting" && isMine(place.initiative)) {
    return t("Vertel wie jullie zijn, wat er lukt en waar jullie vastlopen. De zaal tikt aan wat herkenbaar is.");
  }
  if (place.at !== "card") return t("Herken je iets, of kunnen jullie helpen? Tik het aan.");
  if (!me.value?.initiative) return t("Bekijk hier wie er is.");
  return t("Vul hem samen in: je ziet elkaars tekst meteen. Straks vertellen jullie er meer over.");
}

export const screen: RoundView = { above, title, lead, View: Introductions, Later: Strengthening };
