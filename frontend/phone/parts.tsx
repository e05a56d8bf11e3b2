/** What the rounds on the phone are built from. */

import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { t } from "../lib/i18n";
import { charactersLeft, NEARLY_FULL } from "../lib/safe";

/** The bottom edge, within reach of a thumb: a field or the one action. */
export const Dock = ({ children }: { children: ComponentChildren }) => <div class="dock">{children}</div>;

/** A quiet place where nothing is asked. */
export const Calm = ({ children }: { children: ComponentChildren }) => <div class="calm">{children}</div>;

interface ComposerProps {
  readonly label: string;
  readonly text: Signal<string>;
  readonly longest: number;
  readonly action: string;
  readonly send: (text: string) => void;
  readonly placeholder?: string;
  /** Instead of how much fits: what stands beside the button. */
  readonly beside?: ComponentChildren;
  readonly cancel?: (() => void) | undefined;
}

/** A field to write in with its button. Enter sends; Shift+Enter does what Enter does elsewhere. */
export function Composer({ label, text, longest, action, send, placeholder, beside, cancel }: ComposerProps) {
  const id = useId();
  const left = longest - text.value.length;
  const enter = (event: Event) => {
    event.preventDefault();
    const written = text.value.trim();
    if (!written) return;
    text.value = "";
    send(written);
  };
  return (
    <form class="composer" onSubmit={enter}>
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="input"
        rows={2}
        maxLength={longest}
        placeholder={placeholder ?? label}
        enterkeyhint="send"
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && !event.shiftKey && !event.isComposing && enter(event)}
      />
      <div class="composer-foot">
        <span class="soft small">{beside ?? (left <= NEARLY_FULL && charactersLeft(left))}</span>
        {cancel && (
          <button type="button" class="button" data-kind="quiet" onClick={cancel}>
            {t("Laat maar")}
          </button>
        )}
        <button class="button" disabled={!text.value.trim()}>
          {action}
        </button>
      </div>
    </form>
  );
}
