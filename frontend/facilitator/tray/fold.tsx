/** A part of the tray that opens and closes, with how many are in it. */

import type { ComponentChildren } from "preact";

interface FoldProps {
  readonly title: string;
  readonly count?: number;
  readonly open?: boolean;
  readonly urgent?: boolean;
  readonly children: ComponentChildren;
}

export function Fold({ title, count, open = false, urgent = false, children }: FoldProps) {
  return (
    <details class="fold" open={open} data-urgent={urgent || undefined}>
      <summary>
        <span>{title}</span>
        {count !== undefined && <b>{count}</b>}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
