/** Looking again and again at something that does not tell by itself that it changed. */

import { useEffect } from "preact/hooks";

/** Look now, and every so many ms for as long as this is on the screen. */
export function useNowAndThen(look: () => Promise<void>, every: number): void {
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), every);
    return () => clearInterval(timer);
  }, []);
}
