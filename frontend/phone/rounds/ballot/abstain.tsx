/** Abstaining from a whole ballot, and coming back from it. */

import { abstainWord } from "../../../lib/ballot";
import { type Mine, WHOLE } from "../../../lib/votes";

interface AbstainProps {
  readonly mine: ReadonlyMap<string, Mine>;
  readonly open: boolean;
  readonly say: (about: string, said: object) => void;
}

export const Abstain = ({ mine, open, say }: AbstainProps) => (
  <label class="choice" data-tone="abstain">
    <input
      type="checkbox"
      checked={mine.has(WHOLE)}
      disabled={!open}
      onChange={(event) => say(WHOLE, event.currentTarget.checked ? { abstain: true } : {})}
    />
    <span>{abstainWord()}</span>
  </label>
);
