/** The reason of an objection: without one an objection is not sent. */

import type { Signal } from "@preact/signals";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { guest } from "../lib/guest";
import { t } from "../lib/i18n";

const LONGEST = 280; // characters

/** As the server keeps it: on one line. */
export const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

interface ObjectionProps {
  /** The reason that was sent, "" for none. */
  readonly sent: string;
  /** The other answer that counts until then, in words; "" for none. */
  readonly until: string;
  /** What was typed and not sent yet. */
  readonly unsent: Signal<string>;
  readonly save: (reason: string) => void;
}

export function Objection({ sent, until, unsent, save }: ObjectionProps) {
  const [text, setText] = useState(unsent.peek() || sent);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const changed = tidy(text) !== sent;
  const write = (written: string) => {
    setText(written);
    unsent.value = tidy(written) === sent ? "" : written;
  };
  const enter = () => {
    if (tidy(text) && changed) save(tidy(text));
  };
  useEffect(() => field.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <div class="field objection">
      <label for={id}>{t("Wat is je bezwaar?")}</label>
      <textarea
        id={id}
        ref={field}
        class="input"
        rows={2}
        maxLength={LONGEST}
        required
        aria-describedby={`${id}-help`}
        enterkeyhint="send"
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          enter();
        }}
      />
      <p class="help" id={`${id}-help`}>
        {sent && !changed ? t("Je naam staat er niet bij.") : stillMissing(sent, until, tidy(text))}
      </p>
      {changed && tidy(text) && (
        <button type="button" class="button" data-kind="outline" onClick={enter}>
          {t("Bewaar je bezwaar")}
        </button>
      )}
    </div>
  );
}

/** What counts as long as the objection was not sent. */
function stillMissing(sent: string, until: string, text: string): string {
  if (sent) return t("Tot je dit bewaart, telt je vorige reden.");
  const counts = until && t("Tot dan telt: %(answer)s.", { answer: until });
  return `${text ? t("Nog niet bewaard.") : t("Je bezwaar telt pas met een reden.")} ${counts}`.trim();
}

/** Under what name an objection that was not sent yet is kept. */
export const objectionDraft = (round: string, theme: string): string => 
  ["objection", round, theme, guest.value].join(" ").trim();
