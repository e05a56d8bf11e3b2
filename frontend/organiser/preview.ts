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
  dialog.addEventListener("close", () => {
    const frame = dialog.querySelector("iframe");
    // A new one, so that going back in the browser does not go back in a frame that nobody sees.
    frame?.replaceWith(frame.cloneNode());
  });
}
