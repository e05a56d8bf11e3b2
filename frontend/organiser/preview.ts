/** Where there is room, a round's preview opens in a phone on the page itself, so that what was filled
 *  in stays beside it. Elsewhere, and without script, it opens in a tab of its own. */

const ROOM = "(min-width: 50rem) and (min-height: 30rem)";

export function previewHere(): void {
  const dialog = document.querySelector<HTMLDialogElement>("[data-preview]");
  if (!dialog) return;
  document.addEventListener("submit", ({ submitter }) => {
    if (!(submitter instanceof HTMLButtonElement) || !submitter.formTarget) return;
    const here = matchMedia(ROOM).matches;
    submitter.formTarget = here ? "preview" : "_blank";
    if (here) dialog.showModal();
  });
  // Keys that are pressed in the frame are not heard here. Load does not bubble, and the frame is a new one each time.
  dialog.addEventListener("load", ({ target }) => closeFrom(target as HTMLIFrameElement, dialog), true);
  dialog.addEventListener("close", () => {
    const frame = dialog.querySelector("iframe");
    // A new one, so that going back in the browser does not go back in a frame that nobody sees.
    frame?.replaceWith(frame.cloneNode());
  });
}

/** Escape within the phone closes it, unless something is open there to be closed first. */
function closeFrom(frame: HTMLIFrameElement, dialog: HTMLDialogElement): void {
  const inside = frame.contentDocument;
  inside?.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !inside.querySelector(":modal, :popover-open")) dialog.close();
  });
}
