import type { Term } from '../../../api/glossary';

/** A piece of a text; `term` if it is a term of the glossary. */
export interface Piece {
  text: string;
  term: Term | null;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
// Languages without spaces between words have no boundary to look for.
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Splits a text at the terms that it contains as whole words in any case. The longest term wins. */
export function markTerms(text: string, terms: readonly Term[], locale: string): Piece[] {
  const lower = text.toLocaleLowerCase(locale);
  if (lower.length !== text.length) {
    return [{ text, term: null }];
  }
  const candidates = terms.map((term) => ({ term, sought: term.term.toLocaleLowerCase(locale) }))
    .filter(({ sought }) => sought !== '').sort((one, other) => other.sought.length - one.sought.length);
  const pieces: Piece[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const found = candidates.find(({ sought }) => lower.startsWith(sought, at) && isWord(lower, at, at + sought.length));
    if (!found) {
      at++;
      continue;
    }
    if (at > start) {
      pieces.push({ text: text.slice(start, at), term: null });
    }
    pieces.push({ text: text.slice(at, at + found.sought.length), term: found.term });
    at += found.sought.length;
    start = at;
  }
  return start < text.length ? [...pieces, { text: text.slice(start), term: null }] : pieces;
}

function isWord(text: string, from: number, to: number): boolean {
  const isBoundary = (outer: string, inner: string) => !LETTER.test(outer) || WITHOUT_SPACES.test(outer) || WITHOUT_SPACES.test(inner);
  return isBoundary(text.charAt(from - 1), text.charAt(from)) && isBoundary(text.charAt(to), text.charAt(to - 1));
}
