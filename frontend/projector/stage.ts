/** How much room a picture has, in rem, also after the window changes. */

import { useCallback, useState } from "preact/hooks";

export interface Room {
  readonly width: number;
  readonly height: number;
}

const START: Room = { width: 112, height: 40 };

/** A ref for the element that is the stage, and its size. */
export function useStage<E extends Element>(): [(element: E | null) => void, Room] {
  const [room, setRoom] = useState(START);
  const [watcher] = useState(
    () =>
      new ResizeObserver(([entry]) => {
        if (!entry) return;
        const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
        const { width, height } = entry.contentRect;
        setRoom({ width: width / rem, height: height / rem });
      }),
  );
  const stage = useCallback(
    (element: E | null) => {
      watcher.disconnect();
      if (element) watcher.observe(element);
    },
    [watcher],
  );
  return [stage, room];
}
