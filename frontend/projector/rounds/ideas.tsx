/** Brouwen: bubbles rising in a dark kettle; blank while it is quiet, with words once shared. */

import type { CSSProperties } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Behind } from "../../control/behind";
import { headcount, initiatives, participants, visibleIdeas } from "../../control/room";
import { picked } from "../../control/screen";
import { nt, t } from "../../lib/i18n";
import type { IdeaSeen, IdeasPicture, RoundSeen } from "../../lib/wire";
import { fit } from "../measure";
import { type Box, Packing, type Spot } from "../pack";
import { Count, Empty, Pager } from "../parts";
import { useStage } from "../stage";
import { useNew, useTurns } from "../turns";
import type { RoundPicture } from ".";
import { type Kept, picture } from "../../lib/store";

/** Letters in rem: the largest with which all fit at once; with the last they take turns. */
const SIZES = [3, 2.625, 2.25] as const;
const FLOOR = 2;
const MAY_FIT = 20; // ideas; with more there is no sense in trying larger letters

function Ideas({ round }: { round: Kept<RoundSeen> }) {
  const shared = round.phase === "room";
  const many = picture<IdeasPicture>(round.id)?.ideas ?? 0;
  return shared ? <Shared round={round.id} /> : <Blank many={many} />;
}

function Shared({ round }: { round: string }) {
  const ideas = visibleIdeas.value.filter((idea) => idea.round === round);
  const [stage, box] = useStage();
  const said = ideas.map(({ text }) => text);
  const [turns] = useState(() => new Turns());
  const { size, spots } = useMemo(() => layOut(said, box, turns), [said.join("\n"), box]);
  const fresh = useNew(ideas.map(({ id }) => id));
  const newest = ideas.map(({ id }) => fresh.has(id)).lastIndexOf(true);
  const pages = 1 + Math.max(0, ...spots.map(({ page }) => page));
  const page = useTurns(pages, newest < 0 ? undefined : spots[newest]?.page);
  return (
    <>
      <ul role="list" class="kettle" ref={stage}>
        {ideas.map((idea, n) =>
          spots[n]?.page === page ? (
            <Bubble key={idea.id} idea={idea} size={size} spot={spots[n].circle} fresh={fresh.has(idea.id)} />
          ) : null,
        )}
      </ul>
      {ideas.length === 0 && <Empty>{t("Het eerste idee komt zo boven.")}</Empty>}
      <Pager page={page} pages={pages} />
    </>
  );
}

interface Layout {
  readonly size: number;
  readonly spots: readonly Spot[];
}

function layOut(said: readonly string[], box: Box, turns: Turns): Layout {
  for (const size of said.length <= MAY_FIT ? [...SIZES, FLOOR] : []) {
    for (const way of ["middle", "rims"] as const) {
      const packing = new Packing(box, way);
      for (const text of said) packing.add(fit(text, size).radius);
      if (packing.spots.every(({ page }) => page === 0)) return { size, spots: packing.spots };
    }
  }
  return { size: FLOOR, spots: turns.of(said, box) };
}

/** Many ideas, that take turns: one more is placed beside those before, which are not placed anew. */
class Turns {
  private said: readonly string[] = [];
  private box: Box = { width: 0, height: 0 };
  private packing = new Packing(this.box, "rims");

  of(said: readonly string[], box: Box): readonly Spot[] {
    if (box !== this.box || this.said.some((text, n) => text !== said[n])) {
      this.said = [];
      this.packing = new Packing(box, "rims");
    }
    for (const text of said.slice(this.said.length)) this.packing.add(fit(text, FLOOR).radius);
    [this.said, this.box] = [said, box];
    return [...this.packing.spots];
  }
}

interface BubbleProps {
  readonly idea: Kept<IdeaSeen>;
  readonly size: number;
  readonly spot: { readonly x: number; readonly y: number; readonly r: number };
  readonly fresh: boolean;
}

function Bubble({ idea, size, spot, fresh }: BubbleProps) {
  const { width, lines } = fit(idea.text, size);
  return (
    <li
      class="bubble"
      data-pick={idea.id}
      data-picked={picked.value === idea.id || undefined}
      data-new={fresh || undefined}
      style={place(spot, { fontSize: `${size}rem` })}
    >
      <span style={{ maxInlineSize: `${width + 0.25}rem`, "--lines": lines } as CSSProperties}>{idea.text}</span>
      <Behind num={idea.behind} />
    </li>
  );
}

const place = (spot: BubbleProps["spot"], more: CSSProperties = {}): CSSProperties => ({
  insetInlineStart: `calc(50% + ${spot.x - spot.r}rem)`,
  insetBlockStart: `calc(50% + ${spot.y - spot.r}rem)`,
  inlineSize: `${2 * spot.r}rem`,
  blockSize: `${2 * spot.r}rem`,
  ...more,
});

const GOLDEN = Math.PI * (3 - Math.sqrt(5)); // turns by this angle never overlap
const LARGEST = 6; // rem
const CLOSEST = 0.74; // a radius, in the scale of the spiral: its seeds are nowhere nearer than twice this
const MOST = 1200; // bubbles drawn; beyond, the number says it

/** One blank bubble per idea, laid like the seeds of a sunflower: what is there hardly moves. */
function Blank({ many }: { many: number }) {
  const [stage, box] = useStage();
  const drawn = Math.min(many, MOST);
  // Room for half as many again, in steps, so that not every idea moves all.
  const room = Math.ceil(1.5 ** Math.ceil(Math.log(Math.max(12, drawn)) / Math.log(1.5)));
  const { r, seeds } = useMemo(() => sow(room, box), [room, box]);
  const fresh = useNew(Array.from({ length: drawn }, (_, n) => String(n)));
  return (
    <>
      <div class="kettle" ref={stage} aria-hidden="true">
        {seeds.slice(0, drawn).map(({ x, y }, n) => {
          const own = r * (0.72 + 0.28 * (((n * 7919) % 97) / 97));
          return <i key={n} class="bubble" data-new={fresh.has(String(n)) || undefined} style={place({ x, y, r: own })} />;
        })}
      </div>
      {many === 0 && <Empty>{t("Het eerste idee komt zo boven.")}</Empty>}
    </>
  );
}

/** The seeds of a sunflower that lie within the box, from its middle outwards, and how large each may be. */
function sow(room: number, box: Box): { readonly r: number; readonly seeds: readonly Omit<Spot["circle"], "r">[] } {
  const seeds = [];
  const edge = Math.min(LARGEST, CLOSEST * Math.sqrt((box.width * box.height) / (Math.PI * room)));
  const [across, down] = [box.width / 2 - edge, box.height / 2 - edge];
  const scale = Math.sqrt((4 * across * down) / (Math.PI * room));
  for (let n = 0.5; seeds.length < room && n < 99 * room; n++) {
    const x = scale * Math.sqrt(n) * Math.cos(n * GOLDEN);
    const y = scale * Math.sqrt(n) * Math.sin(n * GOLDEN);
    if (Math.abs(x) <= across && Math.abs(y) <= down) seeds.push({ x, y });
  }
  return { r: Math.min(edge, CLOSEST * scale), seeds };
}

function Score({ round }: { round: Kept<RoundSeen> }) {
  const now = picture<IdeasPicture>(round.id);
  const there = participants.value.length;
  const from = initiatives.value.filter(({ id }) => headcount.value.has(id)).length; // of those who are here
  return (
    <>
      <Count num={now?.ideas ?? 0}>{nt("idee van", "ideeën van", now?.ideas ?? 0)}</Count>{" "}
      <Count num={now?.people ?? 0}>
        {nt("mens", "mensen", now?.people ?? 0)}
        {there > (now?.people ?? 0) ? `, ${t("%(there)s in de zaal", { there })}` : ""}
        {`, ${nt("%(num)s initiatief", "%(num)s initiatieven", from)}`}
      </Count>
    </>
  );
}

const WRITING: Record<string, () => string> = {
  alone: () => t("in stilte, ieder voor zich"),
  table: () => t("aan je tafel"),
  room: () => t("nog om te schrijven"),
};

export const ideas: RoundPicture = {
  dark: true,
  title: () => "",
  lead: (round) => <Score round={round} />,
  time: (round) => WRITING[round.phase]?.() ?? t("nog om te schrijven"),
  Picture: Ideas,
};
