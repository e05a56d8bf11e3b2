/** The words on the screen. The source text is Dutch, so Dutch fetches nothing and a missing
 *  translation shows Dutch. `<html lang="en" data-i18n="/static/…/en.json">` names the catalogue. */

type Values = Readonly<Record<string, string | number>>;
type Catalogue = Readonly<Record<string, string | readonly string[]>>;

const page = document.documentElement;
const PLURALS = new Intl.PluralRules(page.lang || "nl");

let catalogue: Catalogue = {};

/** Fetch the page's catalogue; await it before the first render. Without it the page is Dutch. */
export async function loadWords(url: string | undefined = page.dataset["i18n"]): Promise<void> {
  if (!url) return;
  try {
    const answer = await fetch(url);
    if (answer.ok) catalogue = (await answer.json()) as Catalogue;
  } catch {
    // No connection: Dutch words are better than no page.
  }
}

/** Translate a text; `%(name)s` in it is replaced by values.name. */
export function t(text: string, values?: Values): string {
  const found = catalogue[text];
  return fill(typeof found === "string" ? found : text, values);
}

/** Translate a text that counts; `%(num)s` is the number, as in Python's ngettext. */
export function nt(one: string, other: string, num: number, values?: Values): string {
  const found = catalogue[one];
  const forms = Array.isArray(found) ? found : [one, other];
  const form = PLURALS.select(num) === "one" ? forms[0] : forms[1];
  return fill(form ?? other, { num, ...values });
}

function fill(text: string, values?: Values): string {
  if (!values) return text;
  return text.replace(/%\((\w+)\)[sd]/g, (whole, name: string) => String(values[name] ?? whole));
}
