/** How one gives a theme dots: a single large one to tap, or a stepper when it can get more. */

import { useState } from "preact/hooks";
import { t } from "../../../lib/i18n";
import type { Kept } from "../../../lib/store";
import type { ThemeSeen } from "../../../lib/wire";

export const Dot = ({ on }: { on: boolean }) => <i class="dot" data-on={on || undefined} />;

interface GiveProps {
  readonly theme: Kept<ThemeSeen>;
  readonly num: number;
  /** How many one theme can get. */
  readonly most: number;
  /** How many one has to give. */
  readonly left: number;
  readonly open: boolean;
  readonly set: (dots: number) => void;
}

export const Give = (props: GiveProps) => (props.most === 1 ? <Toggle {...props} /> : <Stepper {...props} />);

/** A button that says why it does nothing instead of being dead: in the dock, where `budget` is. */
function Toggle({ theme, num, left, open, set }: GiveProps) {
  const on = num > 0;
  const stuck = !on && left <= 0;
  const [nudged, nudge] = useNudge();
  return (
    <button
      type="button"
      class="dot-toggle"
      aria-pressed={on}
      aria-disabled={stuck || undefined}
      aria-describedby={stuck ? "budget" : undefined}
      disabled={!open}
      onClick={() => (stuck ? nudge() : set(on ? 0 : 1))}
    >
      <Dot on={on} />
      <span class="dot-name">{theme.name}</span>
      {nudged && stuck && <span class="dot-why">{t("Je stippen zijn op")}</span>}
    </button>
  );
}

function Stepper({ theme, num, most, left, open, set }: GiveProps) {
  const full = num >= most;
  const stuck = left <= 0 || full;
  const [nudged, nudge] = useNudge();
  const why = full ? t("Meer passen er niet op één thema") : t("Je stippen zijn op");
  return (
    <div class="dot-stepper" role="group" aria-label={theme.name}>
      <h2 class="dot-name">{theme.name}</h2>
      <span class="dot-row" aria-hidden="true">
        {Array.from({ length: Math.min(num, 10) }, (_, n) => (
          <Dot key={n} on />
        ))}
      </span>
      <button
        type="button"
        class="step"
        data-quick
        aria-label={num > 0 ? t("Een stip minder") : t("Een stip minder: hier staat er geen")}
        disabled={!open}
        aria-disabled={num === 0 || undefined}
        onClick={() => num > 0 && set(num - 1)}
      >
        −
      </button>
      <span class="dot-number">
        <span class="visually-hidden">{t("Nu:")} </span>
        {num}
      </span>
      <button
        type="button"
        class="step"
        data-quick
        aria-label={stuck ? t("Een stip meer: %(why)s", { why }) : t("Een stip meer")}
        disabled={!open}
        aria-disabled={stuck || undefined}
        onClick={() => (stuck ? nudge() : set(num + 1))}
      >
        +
      </button>
      {((nudged && stuck) || full) && <span class="dot-why">{why}</span>}
    </div>
  );
}

/** Whether somebody tapped what cannot be done, so that the reason shows where they look. */
function useNudge(): [boolean, () => void] {
  const [nudged, setNudged] = useState(false);
  return [nudged, () => setNudged(true)];
}
