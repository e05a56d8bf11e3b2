/** One name and a button. */

import { useState } from "preact/hooks";

interface NameFormProps {
  readonly label: string;
  readonly button: string;
  readonly value?: string;
  readonly onName: (name: string) => void;
}

const LONGEST = 80; // characters of a name

export function NameForm({ label, button, value = "", onName }: NameFormProps) {
  const [name, setName] = useState(value);
  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim() || name.trim() === value) return;
        onName(name.trim());
        setName(value ? name.trim() : "");
      }}
    >
      <label class="field">
        <span>{label}</span>
        <input class="input" maxLength={LONGEST} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button class="button" data-kind="outline" disabled={!name.trim() || name.trim() === value}>
        {button}
      </button>
    </form>
  );
}
