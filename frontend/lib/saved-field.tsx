/** A field to write in that saves by itself and says whether the text is safe. */

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "./i18n";
import { draft } from "./draft";
import { charactersLeft, NEARLY_FULL, Safe } from "./safe";
import { type Saving, useSaving } from "./saving";

interface SavedFieldProps extends Saving {
  readonly label: string;
  readonly longest: number;
  readonly placeholder?: string;
  /** That somebody else writes here now: then their text stands here, and only they change it. */
  readonly taken?: ComponentChildren;
  readonly onEnter?: () => void;
  readonly onType?: () => void;
  readonly onLeave?: () => void;
}

export function SavedField({ label, longest, placeholder, taken, onEnter, onType, onLeave, ...saving }: SavedFieldProps) {
  const id = useId();
  const it = useSaving(saving);
  const value = taken ? saving.text : it.value;
  const room = longest - value.length;
  return (
    <div class="field saved-field" data-taken={taken ? "" : undefined}>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="input"
        rows={2}
        maxLength={longest}
        placeholder={placeholder}
        readOnly={!saving.open || Boolean(taken)}
        aria-describedby={`${id}-foot`}
        enterkeyhint="done"
        value={value}
        onFocus={() => {
          it.enter();
          onEnter?.();
        }}
        onInput={(event) => {
          it.type(event.currentTarget.value);
          onType?.();
        }}
        onBlur={() => {
          it.leave();
          onLeave?.();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault(); // the text is kept on one line; so this means: done
          event.currentTarget.blur();
        }}
      />
      <p id={`${id}-foot`} class="saved-foot small">
        {taken || ((value || it.unsafe) && <Safe moving={it.unsafe} />)}
        {!taken && room <= NEARLY_FULL && <span class="soft">{charactersLeft(room)}</span>}
      </p>
      {taken ? <Kept text={it.kept} /> : <Choice it={it} />}
    </div>
  );
}

/** One's own text that waits until the field is free. */
function Kept({ text }: { text: string }) {
  if (!text) return null;
  return (
    <div class="notice">
      <p>{t("Wat jij hier schreef, is op je telefoon bewaard:")}</p>
      <blockquote class="leftover-text">{text}</blockquote>
    </div>
  );
}

/** What one wrote in a field and never sent, where there is nothing to write any more. */
export function Unsent({ name, text }: { name: string; text: string }) {
  const unsent = draft(name);
  if (!unsent.value || unsent.value.trim() === text) return null;
  return (
    <div class="notice">
      <p>{t("Dit was je nog aan het schrijven. Het is niet verstuurd:")}</p>
      <blockquote class="leftover-text">{unsent.value}</blockquote>
      <button type="button" class="button" data-kind="quiet" onClick={() => (unsent.value = "")}>
        {t("Laat maar")}
      </button>
    </div>
  );
}

/** Two texts for one field: what somebody else wrote meanwhile, or what one never sent. */
function Choice({ it }: { it: ReturnType<typeof useSaving> }) {
  if (it.theirs) {
    return (
      <TwoTexts
        why={t("Iemand anders schreef hier intussen:")}
        text={it.theirs}
        take={{ word: t("Neem dit over"), act: it.forget }}
        leave={{ word: t("Houd mijn tekst"), act: it.keepMine }}
      />
    );
  }
  if (!it.left) return null;
  return (
    <TwoTexts
      why={t("Dit schreef je eerder. Het is nog niet verstuurd:")}
      text={it.left}
      take={{ word: t("Zet dit erin"), act: () => it.type(it.left) }}
      leave={{ word: t("Laat maar"), act: it.forget }}
    />
  );
}

interface Way {
  readonly word: string;
  readonly act: () => void;
}

function TwoTexts({ why, text, take, leave }: { why: string; text: string; take: Way; leave: Way }) {
  return (
    <div class="notice" role="status">
      <p>{why}</p>
      <blockquote class="leftover-text">{text}</blockquote>
      <div class="actions">
        <button type="button" class="button" data-kind="outline" onClick={take.act}>
          {take.word}
        </button>
        <button type="button" class="button" data-kind="quiet" onClick={leave.act}>
          {leave.word}
        </button>
      </div>
    </div>
  );
}
