import { expect, it } from 'vitest';
import type { Term } from '../../../api/glossary';
import { completeMention, matchingNames, mentionAt, splitMentions } from './mentions';
import { markTerms } from './terms';

it('recognises a mention that is being typed, but no address', () => {
  expect(mentionAt('Hello @be', 9)).toEqual({ at: 6, typed: 'be' });
  expect(mentionAt('@', 1)).toEqual({ at: 0, typed: '' });
  expect(mentionAt('「@ann', 5)).toEqual({ at: 1, typed: 'ann' });
  expect(mentionAt('mail@example', 12)).toBeNull();
  expect(mentionAt('@bert is', 8)).toBeNull();
  expect(mentionAt('none', 4)).toBeNull();
});

it('completes a mention', () => {
  expect(matchingNames(['anna', 'Anton', 'bert'], 'AN')).toEqual(['anna', 'Anton']);
  expect(completeMention('See @an, please', { at: 4, typed: 'an' }, 'anna')).toEqual({ text: 'See @anna , please', cursor: 10 });
  expect(completeMention('@an', { at: 0, typed: 'an' }, 'oidc:anna')).toEqual({ text: '@oidc:anna ', cursor: 11 });
});

it('splits a comment at the people it mentions', () => {
  expect(splitMentions('@anna and @ann, not x@ann', ['ann', 'anna'])).toEqual([
    { text: '@anna', isMention: true },
    { text: ' and ', isMention: false },
    { text: '@ann', isMention: true },
    { text: ', not x@ann', isMention: false },
  ]);
});

function term(text: string): Term {
  return { term: text, translations: {}, doNotTranslate: false, notes: '' };
}

function marked(text: string, terms: string[], locale = 'en'): string {
  return markTerms(text, terms.map(term), locale).map((piece) => (piece.term ? `[${piece.text}]` : piece.text)).join('');
}

it('marks terms as whole words in any case, the longest first', () => {
  expect(marked('Credit cards: a Card, a credit card.', ['card', 'credit card'])).toBe('Credit cards: a [Card], a [credit card].');
  expect(marked('注文の上限', ['注文'], 'ja')).toBe('[注文]の上限');
  expect(marked('بطاقة الائتمان', ['بطاقة'], 'ar')).toBe('[بطاقة] الائتمان');
  expect(marked('', ['x'])).toBe('');
});
