/** "Dat bedoel ik ook": being behind another's idea instead of writing it again. */

import { Behind } from "../control/behind";
import { t } from "../lib/i18n";
import { asked, send } from "../lib/outbox";
import { me, own } from "../lib/store";

interface SecondProps {
  readonly round: string;
  readonly idea: { readonly id: string; readonly behind?: number };
  /** The id of the element that says the idea. */
  readonly words: string;
  readonly open: boolean;
  /** Called when one said it. */
  readonly said?: () => void;
}

/** A button that is pressed as long as one means it too, with how many others do. */
export function Second({ round, idea, words, open, said }: SecondProps) {
  const stood = `${idea.id}:${me.value?.id}` in own("seconds").value;
  const on = asked<{ idea: string; on: boolean }>("idea.second", ({ idea: of }) => of === idea.id)?.on ?? stood;
  const num = (idea.behind ?? 0) + Number(on) - Number(stood);
  if (!open) return <Behind num={num} />;
  return (
    <button
      type="button"
      class="button second"
      data-kind="quiet"
      aria-pressed={on}
      aria-describedby={words}
      onClick={() => {
        send("idea.second", { round, idea: idea.id, on: !on });
        if (!on) said?.();
      }}
    >
      {on ? t("Dat bedoel jij ook") : t("Dat bedoel ik ook")}{" "}
      <Behind num={num} />
    </button>
  );
}
