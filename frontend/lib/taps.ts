/** A double tap is one tap: what comes up under the finger is not meant by the second. */

const DOUBLE = 350; // ms
const NEAR = 24; // px
const QUICK = "[data-quick]"; // to be tapped several times in a row

export function watchTaps(): void {
  let touched = false;
  let last = { at: -Infinity, x: 0, y: 0 };
  addEventListener("pointerdown", ({ pointerType }) => (touched = pointerType === "touch"), { capture: true });
  addEventListener(
    "click",
    (event) => {
      const { target, timeStamp: at, clientX: x, clientY: y } = event;
      // A label sends its own click on to its control.
      if (!touched || !(target instanceof Element) || target.matches("input") || target.closest(QUICK)) return;
      const again = at - last.at < DOUBLE && Math.hypot(x - last.x, y - last.y) < NEAR;
      last = { at, x, y };
      if (!again) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}
