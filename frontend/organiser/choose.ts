/** Choosing a report: what one chooses shows at once. Without script a button shows it. */

const SHOWS = ["preview", "take"]; // the parts of the page that follow from the choice, by id

export function showChoice(): void {
  const form = document.querySelector<HTMLFormElement>("[data-choose]");
  if (!form) return;
  form.querySelector("button")?.parentElement?.remove();
  let last = 0;
  form.addEventListener("change", () => {
    last += 1;
    void show(form, () => last);
  });
}

/** Get the page of this choice and take its parts over, unless another was chosen meanwhile. */
async function show(form: HTMLFormElement, latest: () => number): Promise<void> {
  const mine = latest();
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const address = `${form.action}?${new URLSearchParams(entries).toString()}`;
  document.getElementById(SHOWS[0] ?? "")?.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== latest()) return;
    for (const id of SHOWS) {
      const [here, there] = [document.getElementById(id), page.getElementById(id)];
      if (here && there) here.replaceWith(there);
    }
    history.replaceState(null, "", address);
  } catch {
    form.submit(); // the browser says what is the matter
  }
}
