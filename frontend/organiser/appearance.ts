/** What is chosen for the look of a workshop is seen at once, as the server will use it. */

const COLOUR = /^#[0-9a-f]{6}$/;
const REST = 150; // ms that a colour stays before it is asked for: a picker runs through many

export function showAppearance(): void {
  const form = document.querySelector<HTMLFormElement>("[data-appearance]");
  const picker = form?.querySelector<HTMLInputElement>(".colour-picker");
  const typed = form?.querySelector<HTMLInputElement>("#accent");
  const file = form?.querySelector<HTMLInputElement>("#file");
  if (!form || !picker || !typed || !file) return;
  const show = coloured(form);
  picker.hidden = false;
  picker.addEventListener("input", () => {
    typed.value = picker.value;
    show(picker.value);
  });
  typed.addEventListener("input", () => {
    const colour = typed.value.trim().toLowerCase();
    if (!COLOUR.test(colour)) return;
    picker.value = colour;
    show(colour);
  });
  file.addEventListener("change", () => showLogo(form, file.files?.[0]));
}

/** Shows a colour in the samples, with the style that the server makes of it. */
function coloured(form: HTMLFormElement): (colour: string) => void {
  let waiting = 0;
  let before = document.querySelector<HTMLLinkElement>('link[href*="/accent/"]');
  return (colour) => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = (form.dataset["appearance"] ?? "").replace("000000", colour.slice(1));
      style.addEventListener("load", () => {
        before?.remove();
        before = style;
        nameShades(form);
      });
      document.head.append(style);
    }, REST);
  };
}

/** Says by each sample which colour it has. */
function nameShades(form: HTMLFormElement): void {
  for (const figure of form.querySelectorAll("figure")) {
    const [sample, name] = [figure.querySelector(".sample"), figure.querySelector("code")];
    if (sample && name) name.textContent = getComputedStyle(sample).getPropertyValue("--accent").trim();
  }
}

/** Shows a picture before it is sent; what is none is told by the server. */
function showLogo(form: HTMLFormElement, picture: File | undefined): void {
  if (!picture?.type.startsWith("image/")) return;
  const reader = new FileReader(); // a blob: address would not be allowed by our policy
  reader.addEventListener("load", () => {
    for (const logo of form.querySelectorAll<HTMLImageElement>(".own-logo")) {
      logo.src = reader.result as string;
      logo.hidden = false;
    }
  });
  reader.readAsDataURL(picture);
}
