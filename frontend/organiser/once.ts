/** A form that was sent is not sent again by a second tap while the answer is under way. */

const AGAIN_AFTER = 8000; // ms; then the answer got lost and one may try again

export function sendOnce(): void {
  const sentAt = new WeakMap<HTMLFormElement, number>();
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const elsewhere = (event.submitter as HTMLButtonElement | null)?.formTarget; // this page stays as it is
    if (form.method !== "post" || elsewhere || event.defaultPrevented) return;
    const before = sentAt.get(form);
    if (before !== undefined && event.timeStamp - before < AGAIN_AFTER) event.preventDefault();
    else sentAt.set(form, event.timeStamp);
  });
  // Back to a page that the browser kept: its form may be sent again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.forms) sentAt.delete(form);
  });
}
