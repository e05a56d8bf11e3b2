/** Changing the text of something one wrote, in its own place in a list. */

import { useState } from "preact/hooks";
import { t } from "../lib/i18n";
import { draft } from "../lib/draft";
import { Composer } from "./parts";

interface EditProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly longest: number;
  readonly save: (text: string) => void;
  readonly withdraw: () => void;
  readonly done: () => void;
}

export function Edit({ id, label, text, longest, save, withdraw, done }: EditProps) {
  const typed = draft(`edit ${id}`);
  useState(() => (typed.value ||= text)); // once: who empties the field finds it empty
  const close = () => {
    typed.value = "";
    done();
  };
  return (
    <Composer
      label={label}
      text={typed}
      longest={longest}
      action={t("Bewaar")}
      send={(written) => {
        if (written !== text) save(written);
        close();
      }}
      cancel={close}
      beside={
        <button
          type="button"
          class="button"
          data-kind="quiet"
          onClick={() => {
            withdraw();
            close();
          }}
        >
          {t("Haal weg")}
        </button>
      }
    />
  );
}
