/** How it was for everyone: the mean, how far apart, and what people take home. */

import { nt, t } from "../../../lib/i18n";
import type { CheckoutResult } from "../../../lib/wire";

export function CheckoutResults({ result }: { result: CheckoutResult }) {
  const most = Math.max(1, ...result.marks);
  const mean = result.mean.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
  return (
    <>
      <section class="card" aria-label={t("Cijfers")}>
        <p class="checkout-mean">
          <b>{mean}</b> <span class="soft">{t("gemiddeld, van 5")}</span>
        </p>
        <ol role="list" class="spread">
          {result.marks.map((many, n) => (
            <li key={n}>
              <span class="visually-hidden">{nt("%(num)s mens gaf een %(mark)s", "%(num)s mensen gaven een %(mark)s", many, { mark: n + 1 })}</span>
              <b aria-hidden="true">{n + 1}</b>
              <i aria-hidden="true" style={{ inlineSize: `${(100 * many) / most}%` }} />
              <span aria-hidden="true">{many > 0 && many}</span>
            </li>
          ))}
        </ol>
      </section>
      {result.sentences.length > 0 && (
        <details class="more">
          <summary>{t("Lees wat mensen meenemen")}</summary>
          <ul role="list" class="quote-list">
            {result.sentences.map((sentence, n) => (
              <li key={n} class="quote">
                <bdi>{sentence}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
