/** Focus is never nowhere: when what had it goes away or cannot be used any more, it goes to what is
 *  nearest to where that was. So the keyboard goes on from there, and a screen reader says where one is. */

const PLACES = "button:enabled, a[href], summary, input:enabled, select:enabled, textarea:enabled, [tabindex]";
const WRITTEN_IN = "textarea, select, input:not([type=radio], [type=checkbox])";

export function keepFocus(): void {
  let last: Element | undefined;
  let around: readonly Element[] = [];
  addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    last = target;
    around = ancestors(target);
  });
  const look = () => {
    // What was just disabled may still count as focused until the page is drawn.
    if (!last || ![document.body, last].includes(document.activeElement ?? document.body)) return;
    if (last.isConnected && !last.matches(":disabled")) return;
    last = undefined;
    nearest(around)?.focus({ preventScroll: true });
  };
  new MutationObserver(() => requestAnimationFrame(look)).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled"],
  });
}

function ancestors(of: Element): Element[] {
  const parent = of.parentElement;
  return parent && parent !== document.body ? [parent, ...ancestors(parent)] : [];
}

/** The first place within the smallest thing that is still there. Nobody is put in a field to write
 *  in, with the keyboard coming up, but in the form they were in. */
function nearest(around: readonly Element[]): HTMLElement | undefined {
  const form = around.find((it) => it.matches("form"));
  for (const thing of around.filter(({ isConnected }) => isConnected)) {
    const places = [...thing.querySelectorAll<HTMLElement>(PLACES)];
    const place = places.find((it) => isVisible(it) && (form?.contains(it) || !it.matches(WRITTEN_IN)));
    if (place) return place;
  }
  return undefined;
}

/** Whether somebody sees it. Safari can say so since 17.4; before, what is folded up has no box. */
const isVisible = (it: HTMLElement): boolean => it.checkVisibility?.() ?? it.getClientRects().length > 0;
