/** What a round is called on the screen: its own title, or the name of its kind. */

import { t } from "./i18n";

const NAMES: Readonly<Record<string, () => string>> = {
  introductions: () => t("Kennismaken"),
  ideas: () => t("Brouwen"),
  clustering: () => t("Gisten"),
  dots: () => t("Proeven met stippen"),
  poll: () => t("Draagvlakpeiling"),
  ballot: () => t("Stemming"),
  elaboration: () => t("Bottelen"),
  workgroups: () => t("Schenken"),
  checkout: () => t("Afronden"),
};

export const roundName = (kind: string, title = ""): string => title || (NAMES[kind]?.() ?? kind);
