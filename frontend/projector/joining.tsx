/** Before the first round: the code and the QR huge, and who is in already. */

import { awayWord } from "../control/here";
import { Mark } from "../control/mark";
import { headcount, initiatives, participants } from "../control/room";
import { boot } from "../lib/boot";
import { presence } from "../lib/connection";
import { nt, t } from "../lib/i18n";
import { workshop } from "../lib/store";
import { joinPlace, Qr } from "./foot";
import { lengthOf } from "./head";
import { Count, Pager } from "./parts";
import { pageOf, pagesOf, useNew, useTurns } from "./turns";

const PER_PAGE = 8;

export function Joining() {
  const question = workshop.value?.question ?? "";
  return (
    <main class="joining">
      <div class="joining-words">
        {boot.logo && <img class="own-logo" src={boot.logo.address} alt={boot.logo.text} />}
        <p class="eyebrow">{workshop.value?.title}</p>
        <h1 data-length={lengthOf(question)}>{question}</h1>
        <p class="joining-how">
          {t("Scan de code, of ga naar %(place)s en vul in:", { place: joinPlace() })}
        </p>
        <p class="joining-code">{boot.code}</p>
        <Arrivals />
      </div>
      <Qr />
    </main>
  );
}

function Arrivals() {
  const here = initiatives.value
    .map((one) => ({ ...one, people: headcount.value.get(one.id) ?? 0 }))
    .filter(({ people }) => people > 0);
  const fresh = useNew(here.map(({ id, people }) => `${id}:${people}`));
  const pages = pagesOf(here.length, PER_PAGE);
  const page = useTurns(pages);
  const total = participants.value.length;
  const away = awayWord(presence.value?.away ?? 0);
  if (total === 0) return <p class="joining-none">{t("Kom binnen. Je hebt alleen je telefoon nodig.")}</p>;
  return (
    <section class="arrivals" aria-label={t("Wie er al is")}>
      <p class="lead">
        <Count num={total}>{[nt("mens", "mensen", total), ...away].join(", ")}</Count>{" "}
        <Count num={here.length}>{nt("initiatief", "initiatieven", here.length)}</Count>
      </p>
      <ul role="list">
        {pageOf(here, PER_PAGE, page).map((one) => (
          <li key={one.id} data-new={fresh.has(`${one.id}:${one.people}`) || undefined}>
            <Mark of={one} />
            <span class="arrival-name">{one.name}</span>
            <b>{one.people}</b>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </section>
  );
}
