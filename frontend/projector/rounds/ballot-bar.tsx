/** How a theme's answers are drawn: a part for each answer, with its number in it. */

import { METHODS } from "../../lib/ballot";
import { t } from "../../lib/i18n";
import type { BallotResult, BallotSeen } from "../../lib/wire";

const LABELLED = 0.04; // the share of the bar from which a number fits in a part

interface BallotBarProps {
  readonly method: BallotSeen["method"];
  readonly result: BallotResult;
}

/** For the screen reader a sentence with every answer and its number. */
export function BallotBar({ method, result }: BallotBarProps) {
  const { values, word, tone, meter, said } = METHODS[method];
  if (meter) return <Meter at={meter(result)} label={said(result)} />;
  const parts = values.map((value, n) => ({ value, num: result.counts[n] ?? 0 }));
  const whole = parts.reduce((sum, { num }) => sum + num, result.abstained + result.blank);
  return (
    <div class="ballot-bar" role="img" aria-label={parts.map(({ value, num }) => `${word(value)}: ${num}`).join(", ")}>
      {parts.map(({ value, num }) => (
        <i key={value} data-tone={tone(value)} style={{ flexGrow: num }}>
          {num / Math.max(1, whole) >= LABELLED && num}
        </i>
      ))}
      <i data-tone="none" style={{ flexGrow: result.abstained + result.blank }} />
    </div>
  );
}

/** One bar as far as it goes; what it means is in the sentence beside it. */
const Meter = ({ at, label }: { at: number; label: string }) => (
  <div class="ballot-bar" role="img" aria-label={label}>
    <i data-tone="meter" style={{ inlineSize: `${100 * at}%` }} />
  </div>
);

export function Legend({ method }: { method: BallotSeen["method"] }) {
  const { values, word, tone, meter, rest } = METHODS[method];
  if (meter) return null;
  return (
    <p class="ballot-legend" aria-hidden="true">
      {values.map((value) => (
        <span key={value}>
          <i data-tone={tone(value)} /> {word(value)}
        </span>
      ))}
      <span>
        <i data-tone="none" /> {rest?.() ?? t("geen antwoord")}
      </span>
    </p>
  );
}
