/** A slow report: how far it is, and then the file. Without script the browser waits for it. */

import { announce } from "./status";

interface Told {
  said: string;
  failed: boolean;
  ended?: boolean;
  done?: number;
  total?: number;
  file?: string;
}

export function followMakings(): void {
  const list = document.querySelector<HTMLElement>("[data-makings]");
  const blank = list?.nextElementSibling;
  if (!list || !(blank instanceof HTMLTemplateElement)) return;
  for (const row of list.querySelectorAll<HTMLElement>("li:not([data-ended])")) void follow(row);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[data-progress]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void follow(added(list, blank, link), link.href);
  });
}

/** A row for what a link asks for; the one that was there for the same goes. */
function added(list: HTMLElement, blank: HTMLTemplateElement, link: HTMLAnchorElement): HTMLElement {
  const row = blank.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const { progress = "", format = "", edition = "", language = "" } = link.dataset;
  row.dataset["follow"] = progress;
  row.dataset["about"] = `${format} ${edition} ${language}`;
  const [name, rest] = [row.querySelector("b"), row.querySelector(".soft")];
  if (name) name.textContent = format;
  if (rest) rest.textContent = `${edition} · ${language}`;
  const others = [...list.querySelectorAll("li")];
  others.find((other) => other.dataset["about"] === row.dataset["about"])?.remove();
  list.append(row);
  return row;
}

/** Show in a row how far it is until it ended. take: where to get it if it does not say; the file is then
 *  taken as soon as it is there. */
async function follow(row: HTMLElement, take?: string): Promise<void> {
  let told: Told | undefined;
  const link = row.querySelector<HTMLAnchorElement>("a");
  if (link) link.hidden = true;
  try {
    for await (const line of lines(row.dataset["follow"] ?? "")) {
      if (!told) announce(line.said);
      told = line;
      show(row, told);
    }
  } catch {
    told = undefined;
  }
  if (!row.isConnected) return; // it was asked for again, in another row
  if (!told?.ended && !told?.failed) {
    row.remove(); // the connection broke: the browser waits for the file, and says so when it cannot
    if (take) location.assign(take);
    return;
  }
  announce(told.said);
  if (told.failed) return;
  if (link) link.hidden = false;
  if (take) location.assign(told.file ?? take);
}

/** What is told, line by line as it comes. */
async function* lines(address: string): AsyncGenerator<Told> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Error(String(answer.status));
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) yield JSON.parse(part) as Told;
  }
}

function show(row: HTMLElement, { said, failed, ended, done, total, file }: Told): void {
  const [words, bar, link] = [row.querySelector(".making-said"), row.querySelector("progress"), row.querySelector("a")];
  if (words && words.textContent !== said) words.textContent = said;
  if (bar && total) [bar.max, bar.value] = [total, done ?? 0];
  else bar?.removeAttribute("value");
  if (link && file) link.href = file;
  row.toggleAttribute("data-ended", Boolean(ended || failed));
  row.toggleAttribute("data-failed", failed);
}
