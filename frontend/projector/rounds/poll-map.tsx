/** The support map: reach to the right, the weakest group upwards, the carried corner as a calm field. */

import { theme } from "../../control/room";
import { t } from "../../lib/i18n";
import type { PollPicture, Rule, Spot } from "../../lib/wire";
import { fraction, shareWord, verdictWord } from "../../lib/words";
import { ResultTable } from "./poll-parts";

const WIDTH = 100; // the field that the server places dots and labels in (support/chart.py)
const HEIGHT = 64;
const DOT = 1.1;
const TAG = 5.6;

export function SupportMap({ picture, rule }: { picture: PollPicture; rule: Rule | undefined }) {
  const results = picture.results ?? [];
  const left = picture.left ?? 0;
  return (
    <div class="support-map">
      <div aria-hidden="true">
        <p class="map-axis">↑ {upWord(picture)}</p>
        <svg viewBox={`-15 -2 ${WIDTH + 20} ${HEIGHT + 8}`}>
          <Field broad={rule?.broad_breadth ?? "1/2"} weakest={rule?.weakest ?? "1/4"} />
          {picture.chart?.map((spot) => <Place key={spot.text} spot={spot} />)}
        </svg>
        <p class="map-axis" data-along>{t("Draagt het, van iedereen")} →</p>
      </div>
      <ol role="list" class="map-legend" aria-hidden="true" data-many={results.length > 7 || undefined}>
        {results.map((result, n) => (
          <li key={result.theme} data-carried={result.carried || undefined}>
            <b class="place">{left + n + 1}</b>
            <span>{theme(result.theme)?.name}</span>
            <small>{verdictWord(result.verdict)}</small>
          </li>
        ))}
      </ol>
      <ResultTable results={results} />
    </div>
  );
}

const upWord = ({ groups }: PollPicture): string =>
  groups === "opinions"
    ? t("Draagt het, in de meningsgroep die het minst draagt")
    : t("Draagt het, in het initiatief dat het minst draagt");

/** The square of all shares, its carried corner, and where the half and the whole are. */
function Field({ broad, weakest }: { broad: string; weakest: string }) {
  const [x, y] = [WIDTH * fraction(broad), HEIGHT * (1 - fraction(weakest))];
  return (
    <>
      <rect class="map-field" width={WIDTH} height={HEIGHT} />
      <rect class="map-carried" x={x} width={WIDTH - x} height={y} />
      <text class="map-word" x={x + 2} y="6">
        {t("Breed gedragen")}
      </text>
      {["0", broad, "1"].map((share) => (
        <text key={share} x={WIDTH * fraction(share)} y={HEIGHT + 5} text-anchor="middle">
          {shareWord(share)}
        </text>
      ))}
      {["0", weakest, "1"].map((share) => (
        <text key={share} x="-1.5" y={HEIGHT * (1 - fraction(share)) + 1.2} text-anchor="end">
          {shareWord(share)}
        </text>
      ))}
    </>
  );
}

/** A dot with its number, and a thin line between them when the number had to make room. */
function Place({ spot }: { spot: Spot }) {
  const [x, y, tagX, tagY] = [spot.x, HEIGHT - spot.y, spot.tag_x, HEIGHT - spot.tag_y];
  return (
    <g class="map-spot" data-carried={spot.solid || undefined}>
      <line x1={x} y1={y} x2={tagX} y2={tagY} />
      <circle cx={x} cy={y} r={DOT} />
      <rect x={tagX - spot.width / 2} y={tagY - TAG / 2} width={spot.width} height={TAG} rx={TAG / 2} />
      <text x={tagX} y={tagY + 1.5} text-anchor="middle">
        {spot.text}
      </text>
    </g>
  );
}
