/** The phone page starts here. */

import { render } from "preact";
import { loadWords, t } from "../lib/i18n";

function App() {
  return <p>{t("Even geduld …")}</p>;
}

void loadWords().then(() => {
  const root = document.getElementById("app");
  if (root) render(<App />, root);
});
