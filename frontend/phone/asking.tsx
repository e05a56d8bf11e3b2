/** Asking the server for something whose no has to be said on this screen: what has no text of its
 *  own to keep does not turn up among the leftovers. */

import { useRef } from "preact/hooks";
import { refusals, refused, send } from "../lib/outbox";

export interface Asking {
  readonly ask: (kind: string, data: object) => string;
  /** The last thing refused of what was asked here, until something else is asked. */
  readonly problem: { readonly id: string; readonly code: string; readonly message: string } | undefined;
}

export function useAsking(): Asking {
  const ids = useRef(new Set<string>());
  const no = refused.value;
  const here = no && ids.current.has(no.id) && !refusals.value.some(({ id }) => id === no.id);
  const problem = here ? no : undefined;
  const ask = (kind: string, data: object) => {
    if (problem) refused.value = undefined;
    const id = send(kind, data);
    ids.current.add(id);
    return id;
  };
  return { ask, problem };
}

export const Problem = ({ of }: { of: Asking["problem"] }) =>
  of ? (
    <p class="notice" data-kind="against" role="alert">
      {of.message}
    </p>
  ) : null;
