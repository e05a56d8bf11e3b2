/** One part of one's own card to fill: a line that saves by itself, or a list of points. */

import type { ComponentChildren } from "preact";
import { t } from "../../../lib/i18n";
import { send } from "../../../lib/outbox";
import { initiative, me } from "../../../lib/store";
import { draft } from "../../../lib/draft";
import { Composer, Dock } from "../../parts";
import { SavedField } from "../../../lib/saved-field";
import type { RoundProps } from "..";
import { type Line, lineDraft, lineMoves, lineOf, LONGEST, type Part, PARTS, pointsOf, type Sort } from "./card";
import { OwnPoint } from "./own-point";
import { go, presenting } from "./place";

export const partQuestion = (part: Part): string =>
  ({
    who: t("Wie zijn jullie?"),
    beautiful: t("Wat is er mooi aan?"),
    factor: t("Wat maakt dat het lukt?"),
    bottleneck: t("Waar lopen jullie vast?"),
  })[part];

export const partHelp = (part: Part): string =>
  ({
    who: t("In één of twee zinnen: met hoeveel jullie zijn, waar, en wat voor huis."),
    beautiful: t("Waar word je blij van, en wat wil je de anderen laten zien?"),
    factor: t("Schrijf per succesfactor één zin. De anderen van jullie groep zien hem meteen."),
    bottleneck: t("Schrijf per knelpunt één zin. Straks zie je wie het herkent en wie kan helpen."),
  })[part];

export const partPlace = (part: Part): string =>
  t("Vraag %(number)s van %(all)s", { number: PARTS.indexOf(part) + 1, all: PARTS.length });

export function PartOfCard({ round, open, part }: RoundProps & { part: Part }) {
  const called = <Called round={round} open={open} />;
  return part === "who" || part === "beautiful" ? (
    <LinePart round={round.id} open={open} part={part} called={called} />
  ) : (
    <PointsPart round={round.id} open={open} part={part} called={called} />
  );
}

/** Somebody presents while one is writing: say so, and leave the moment to them. */
function Called({ round }: RoundProps) {
  const now = presenting(round);
  if (!now) return null;
  return (
    <div class="notice called" role="status">
      <p>{now.id === me.value?.initiative ? t("Jullie zijn aan de beurt.") : t("%(name)s is aan de beurt.", { name: now.name })}</p>
      <button type="button" class="button" data-kind="outline" onClick={() => go()}>
        {now.id === me.value?.initiative ? t("Naar de kaart") : t("Kijk mee")}
      </button>
    </div>
  );
}

interface PartProps<P extends Part> {
  readonly round: string;
  readonly open: boolean;
  readonly part: P;
  /** At the bottom, where it moves nothing one is writing in. */
  readonly called: ComponentChildren;
}

function LinePart({ round, open, part, called }: PartProps<Line>) {
  const mine = me.value?.initiative ?? "";
  return (
    <>
      <SavedField
        key={part}
        name={lineDraft(round, part)}
        label={t("Voor de kaart van %(name)s", { name: initiative(mine)?.name ?? "" })}
        text={lineOf(round, mine, part)}
        longest={LONGEST}
        moving={lineMoves(round, part)}
        open={open}
        save={(text) => send("introduction.write", { round, field: part, text, base: lineOf(round, mine, part) })}
      />
      <Dock>
        {called}
        <div class="dock-row">
          <ToCard />
          <Next part={part} kind="main" />
        </div>
      </Dock>
    </>
  );
}

function PointsPart({ round, open, part, called }: PartProps<Sort>) {
  const points = pointsOf(round, me.value?.initiative ?? "", part);
  return (
    <>
      {points.length > 0 && (
        <ul role="list" class="stack">
          {points.map((point) => (
            <OwnPoint key={point.id} round={round} point={point} open={open} />
          ))}
        </ul>
      )}
      <Dock>
        {called}
        {open && (
          <Composer
            label={part === "factor" ? t("Een succesfactor") : t("Een knelpunt")}
            text={draft(`point ${round} ${part}`)}
            longest={LONGEST}
            action={t("Zet erbij")}
            send={(text) => send("point.add", { round, sort: part, text })}
            beside={part === "factor" ? <Next part={part} kind="quiet" /> : <ToCard />}
          />
        )}
        {!open && <ToCard />}
      </Dock>
    </>
  );
}

const ToCard = () => (
  <button type="button" class="button" data-kind="quiet" onClick={() => go()}>
    {t("Naar de kaart")}
  </button>
);

function Next({ part, kind }: { part: Part; kind: "main" | "quiet" }) {
  const next = PARTS[PARTS.indexOf(part) + 1];
  if (!next) return <ToCard />;
  return (
    <button type="button" class="button" data-kind={kind === "quiet" ? "quiet" : undefined} onClick={() => go({ at: "part", part: next })}>
      {t("Volgende")}
    </button>
  );
}
