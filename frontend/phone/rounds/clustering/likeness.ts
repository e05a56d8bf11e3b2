/** Which themes an idea is like, by the words they share: only to lay those on top. */

import { ideasIn, type Theme } from "./board";

const SHORTEST = 4; // letters; shorter words join everything to everything, and so do these:
const COMMON = new Set(
  "voor naar niet maar want waar zijn onze veel meer over door moet deze weer onder hebben kunnen willen worden elkaar samen with from that have this their they what more each other together".split(" "),
);
const STEM = 6; // letters that tell a word: financiering, financieren
const MOST = 3; // themes that are put forward

/** The themes that are most like a text, at most a few. */
export function likest(text: string, themes: readonly Theme[]): string[] {
  const words = wordsOf(text);
  const theirs = themes.map(({ id, name }) => ({ id, words: wordsOf([name, ...ideasIn(id).map((idea) => idea.text)].join(" ")) }));
  const rarity = (word: string) => 1 / theirs.filter((theme) => theme.words.has(word)).length;
  return theirs
    .map((theme) => ({ id: theme.id, shared: [...words].filter((word) => theme.words.has(word)) }))
    .map(({ id, shared }) => ({ id, like: shared.reduce((sum, word) => sum + rarity(word), 0) }))
    .filter(({ like }) => like >= 0.5)
    .sort((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ id }) => id);
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST && !COMMON.has(word))
      .map((word) => word.slice(0, STEM)),
  );
