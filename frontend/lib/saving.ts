/** A text that saves itself. What somebody else writes meanwhile never takes the place of what is
 *  being typed, nor the other way round: both are there, and the person chooses. */

import { useEffect, useRef, useState } from "preact/hooks";
import { draft } from "./draft";

const PAUSE = 1200; // ms without a key, after which the text is saved

export interface Saving {
  /** Under what name unsent text is kept on this device. */
  readonly name: string;
  /** The text as it will be, with what is under way. */
  readonly text: string;
  /** Whether a save of it is under way; one at a time, so that no queue of half sentences grows. */
  readonly moving: boolean;
  readonly open: boolean;
  readonly save: (text: string) => void;
}

export function useSaving({ name, text, moving, open, save }: Saving) {
  const unsent = draft(name);
  const [typing, setTyping] = useState<string>();
  const known = useRef(new Set<string>()); // what stood here, and what was sent, since the typing began
  const sent = useRef<string | undefined>(undefined); // the last of those: what was refused is not offered again by itself
  const focused = useRef(false);
  const dirty = typing !== undefined && !same(typing, text);
  const saidAll = typing !== undefined && sent.current === tidy(typing);
  const other = dirty && !known.current.has(tidy(text)); // somebody else changed it
  const theirs = other && !saidAll ? text : "";

  const give = (written: string) => {
    sent.current = tidy(written);
    known.current.add(sent.current);
    unsent.value = "";
    save(written.trim());
  };
  const flush = () => {
    if (dirty && !theirs && sent.current !== tidy(typing)) give(typing); // the last leave may come twice
  };
  const type = (written: string) => {
    if (typing === undefined) known.current = new Set([tidy(text)]);
    if (typing === undefined) sent.current = undefined;
    setTyping(written);
    unsent.value = same(written, text) ? "" : written;
  };
  const leave = () => {
    focused.current = false;
    if (theirs || !open) return; // it stays here, until somebody chose or the round goes on
    flush();
    setTyping(undefined);
  };
  const forget = () => {
    unsent.value = "";
    setTyping(undefined);
  };

  useEffect(() => {
    if (other && saidAll) setTyping(undefined); // they went on from there
    if (!dirty || !open || moving || theirs) return undefined;
    const timer = setTimeout(focused.current ? flush : leave, PAUSE);
    return () => clearTimeout(timer);
  }, [typing, text, open, moving]);
  const last = useRef(flush);
  last.current = flush;
  useEffect(() => () => last.current(), []);

  const left = typing === undefined && !same(unsent.value, text) ? unsent.value : "";
  return {
    value: typing ?? text,
    /** Whether something is not safe with the server yet. */
    unsafe: dirty || moving,
    /** What somebody else wrote while one was typing here. */
    theirs,
    /** What one typed here earlier and never sent. */
    left,
    /** One's own text while somebody else's stands in the field. */
    kept: dirty && !saidAll ? typing : left,
    enter: () => (focused.current = true),
    type,
    leave,
    forget,
    keepMine: () => {
      known.current.add(tidy(text));
      give(typing ?? "");
    },
  };
}

/** Text as the server keeps it, near enough to see whether two are the same. */
const tidy = (text: string): string => text.normalize("NFC").replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(/\s+/g, " ").trim();

const same = (one: string, other: string): boolean => tidy(one) === tidy(other);
