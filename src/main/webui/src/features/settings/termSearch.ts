import type { GlossaryTerm } from '../../api/terms';

/** Returns the terms that contain a text, in the source language or in a translation. */
export function termsMatching(terms: readonly GlossaryTerm[], search: string): readonly GlossaryTerm[] {
  const wanted = search.trim().toLowerCase();
  return wanted === '' ? terms
    : terms.filter(({ term, translations }) => [term, ...Object.values(translations)].some((text) => text.toLowerCase().includes(wanted)));
}
