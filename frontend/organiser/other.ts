/** Joining from an initiative that is not in the list: choosing that goes on to its name. */

export function nameOther(): void {
  const other = document.querySelector<HTMLInputElement>("[data-other]");
  const name = document.querySelector<HTMLInputElement>("#other");
  if (!other || !name) return;
  other.addEventListener("click", (event) => {
    // A click by the arrow keys counts no clicks: whoever walks through the list stays in it.
    if (event.detail > 0) name.focus();
  });
  name.addEventListener("input", () => {
    other.checked = true;
  });
}
