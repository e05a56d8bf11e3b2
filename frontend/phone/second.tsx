/** "Dat bedoel ik ook": being behind another's idea instead of writing it again. */

import { Behind } from "../control/behind";
import { forVoter, isVoters, voter } from "../lib/guest";
import { t } from "../lib/i18n";
import { asked, send } from "../lib/outbox";
import { own } from "../lib/store";

interface SecondProps {
  readonly round: string;
  readonly idea: { readonly id: string; readonly behind?: number };
  /** The id of the element that says the idea. */
  readonly words: string;
  readonly open: boolean;
  /** Called when one said it. */
  readonly said?: () => void;
}

interface Said {
  readonly idea: string;
  readonly on: boolean;
  readonly guest?: string;
}

/** A button that is pressed as long as one means it too, with how many others do. */
export function Second({ round, idea, words, open, said }: SecondProps) {
  const stood = `${idea.id}:${voter.value}` in own("seconds").value;
  const coming = asked<Said>("idea.second", (said) => said.idea === idea.id && isVoters(said));
  const on = coming?.on ?? stood;
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
        send("idea.second", forVoter({ round, idea: idea.id, on: !on }));
        if (!on) said?.();
      }}
    >
      {on ? t("Dat bedoel jij ook") : t("Dat bedoel ik ook")}{" "}
      <Behind num={num} />
    </button>
  );
}
