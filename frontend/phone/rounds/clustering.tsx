/** Not built yet. */

import { t } from "../../lib/i18n";
import type { RoundView } from ".";

export const clustering: RoundView = { title: () => "", lead: () => "", View: () => <p>{t("Even geduld …")}</p> };
