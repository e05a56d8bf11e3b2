/** At the end: what the room goes to work on. */

import { colourOf } from "../control/mark";
import { theme } from "../control/room";
import { nt, t } from "../lib/i18n";
import type { DotsPicture, GroupSeen, PollPicture } from "../lib/wire";
import { people, vanguardWord } from "../lib/words";
import { Pager } from "./parts";
import { pageOf, pagesOf, useTurns } from "./turns";
import { type Kept, list, picture, rounds, workshop } from "../lib/store";

const PER_PAGE = 6;

export function Ended() {
  const subjects = outcome();
  const pages = pagesOf(subjects.length, PER_PAGE);
  const page = useTurns(pages);
  return (
    <main class="ended">
      <p class="eyebrow">{workshop.value?.title}</p>
      <h1>
        {subjects.length > 0 ? t("Met deze onderwerpen gaan we aan de slag") : t("Bedankt voor je ideeën")}
      </h1>
      <ul role="list" class="subjects" data-few={subjects.length <= 3 || undefined}>
        {pageOf(subjects, PER_PAGE, page).map((one) => (
          <li key={one.theme} data-colour={colourOf(theme(one.theme) ?? {})}>
            <h2>{theme(one.theme)?.name}</h2>
            <p>{one.group ? <Group group={one.group} /> : null}</p>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
      <p class="lead">{t("Dank je wel. Het verslag komt van de organisator.")}</p>
    </main>
  );
}

interface Subject {
  readonly theme: string;
  readonly group?: Kept<GroupSeen>;
}

/** The working groups; without them what the poll carries, without a poll the shortlist. */
function outcome(): Subject[] {
  const groups = list("groups").value;
  if (groups.length > 0) return groups.map((group) => ({ theme: group.theme, group }));
  for (const round of [...rounds.value].reverse()) {
    const poll = round.kind === "poll" ? picture<PollPicture>(round.id)?.results : null;
    if (poll) return poll.filter(({ carried }) => carried);
    const dots = round.kind === "dots" ? picture<DotsPicture>(round.id)?.results : null;
    if (dots) return dots.filter(({ shortlisted }) => shortlisted);
  }
  return [];
}

function Group({ group }: { group: Kept<GroupSeen> }) {
  const signups = list("signups").value.filter((one) => one.group === group.id);
  const active = signups.filter(({ role }) => role !== "follower").length;
  const leads = signups.filter(({ role, name }) => role === "lead" && name).map(({ name }) => name);
  return (
    <>
      {group.vanguard && <b>{vanguardWord()} · </b>}
      {active > 0 ? people(active) : t("nog niemand")}
      {leads.length > 0
        ? ` · ${nt("trekker %(names)s", "trekkers %(names)s", leads.length, { names: leads.join(", ") })}`
        : ` · ${t("trekker gezocht")}`}
    </>
  );
}
