import { diffArrays } from 'diff';

export interface Merged {
  text: string;
  /** The number of conflicting changes, where mine is kept. */
  clashes: number;
}

/** A replacement of the words from `from` until `to` of the base. */
interface Hunk {
  from: number;
  to: number;
  words: string[];
}

/** Merges two changes of a text, by words. Where both changed the same words, mine is kept. */
export function mergeTexts(base: string, theirs: string, mine: string): Merged {
  const words = wordsOf(base);
  const open = hunks(words, wordsOf(theirs));
  const own = hunks(words, wordsOf(mine));
  const merged: Hunk[] = [...own];
  let clashes = 0;
  for (const hunk of open) {
    const rival = own.find((it) => overlap(it, hunk));
    if (!rival) {
      merged.push(hunk);
    } else if (!same(rival, hunk)) {
      clashes++;
    }
  }
  merged.sort((a, b) => a.from - b.from || a.to - b.to);
  const result: string[] = [];
  let position = 0;
  for (const { from, to, words: replacement } of merged) {
    result.push(...words.slice(position, from), ...replacement);
    position = to;
  }
  result.push(...words.slice(position));
  return { text: result.join(''), clashes };
}

/** Whitespace stands for itself, so that joining the words returns the text. Arguments in braces are one word. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\{[^{}\s]*\}|[\p{L}\p{M}\p{N}_]+|[^\s]/gu) ?? [];
}

function hunks(before: string[], after: string[]): Hunk[] {
  const found: Hunk[] = [];
  let position = 0;
  let current: Hunk | null = null;
  for (const { value, added, removed } of diffArrays(before, after)) {
    if (!added && !removed) {
      position += value.length;
      current = null;
      continue;
    }
    if (!current) {
      current = { from: position, to: position, words: [] };
      found.push(current);
    }
    if (added) {
      current.words.push(...value);
    } else {
      position += value.length;
      current.to = position;
    }
  }
  return found;
}

/** Insertions at the same place overlap, too. */
function overlap(a: Hunk, b: Hunk): boolean {
  return a.from === b.from || (a.from < b.to && b.from < a.to);
}

function same(a: Hunk, b: Hunk): boolean {
  return a.from === b.from && a.to === b.to && a.words.join('') === b.words.join('');
}
