/** The number that is printed on a paper card, with which its idea is found back. */

import { t } from "../lib/i18n";

const MOST = 999; // cards of a workshop

export const paperWord = (number: number): string => t("Kaartje %(number)s", { number });

interface PaperProps {
  /** As typed; "" for an idea that was on no card. */
  readonly number: string;
  readonly write: (number: string) => void;
}

export const PaperNumber = ({ number, write }: PaperProps) => (
  <label class="paper-number">
    <span aria-hidden="true">{t("Kaartje")}</span>
    <input class="input" type="number" aria-label={t("Nummer op het kaartje")} inputMode="numeric" min={1} max={MOST} value={number} onInput={(event) => write(event.currentTarget.value)} />
  </label>
);
