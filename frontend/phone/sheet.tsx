/** A sheet that comes over the page from below, for what one does with one thing. */

import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../lib/i18n";
import { toHeading } from "./heading";

interface SheetProps {
  readonly title: string;
  /** Called when it went away, however that happened. */
  readonly closed: () => void;
  /** What is in it. shut: puts the sheet away. */
  readonly children: (shut: () => void) => ComponentChildren;
}

export function Sheet({ title, closed, children }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => sheet.current?.showModal(), []);
  const shut = () => sheet.current?.close();
  return (
    <dialog
      ref={sheet}
      class="sheet"
      aria-labelledby={id}
      onClose={() => {
        closed();
        requestAnimationFrame(() => document.activeElement === document.body && toHeading());
      }}
    >
      <div class="stack">
        <h2 id={id}>{title}</h2>
        {children(shut)}
        <button type="button" class="button" data-kind="quiet" data-wide onClick={shut}>
          {t("Sluit")}
        </button>
      </div>
    </dialog>
  );
}
