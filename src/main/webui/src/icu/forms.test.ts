import { describe, expect, it } from 'vitest';
import { addForm, emptyForms, formOffsets, isBlank, parseForms, withForm, withoutForm, writeForms, type PatternForms } from './forms';

function formsOf(text: string): PatternForms {
  const parsed = parseForms(text);
  if (typeof parsed === 'string') {
    throw new Error(parsed);
  }
  return parsed;
}

describe('parseForms and writeForms', () => {
  it.each([
    '{n, plural, one {# card} other {# cards}}',
    '{n,plural,one{# card}other{# cards}}',
    'Before {n, plural, offset:1 =0{none} one{# {bank}} other{#}} after {bank}.',
    '{n, plural,\n  one {# card}\n  other {# cards}\n}',
    '{ n , selectordinal , one{#st} other {#th} }',
    "{g, select, female{l''amie} other{'{'x'}'}}",
    '{n, plural, zero{صفر} one{# بطاقة} two{بطاقتان} few{# بطاقات} many{# بطاقة} other{# بطاقة}}',
    '{n, plural, offset: 2 other{}}',
    "{n, plural, other{#}} it's '{open",
  ])('restores %j', (text) => {
    expect(writeForms(formsOf(text))).toBe(text);
  });

  it.each([
    ['plain', 'none'],
    ['', 'none'],
    ['{n, number}', 'none'],
    ['{n, plural, one{#}', 'error'],
    ['{n, plural, other{#}} {m, plural, other{#}}', 'several'],
    ['{n, plural, other{{g, select, other{x}}}}', 'nested'],
    ['{n, plural, one{a} one{b} other{c}}', 'duplicate'],
  ])('names why %j has no forms', (text, obstacle) => {
    expect(parseForms(text)).toBe(obstacle);
  });
});

describe('changes of forms', () => {
  const english = '{n, plural, one {# card} other {# cards}}';

  it('adds categories in the order of CLDR, in the layout of the pattern', () => {
    const changed = withForm(withForm(formsOf(english), 'many', '# many'), 'zero', 'none');
    expect(writeForms(changed)).toBe('{n, plural, zero {none} one {# card} many {# many} other {# cards}}');
  });

  it('adds exact numbers before the categories, by value', () => {
    const changed = addForm(addForm(addForm(formsOf(english), '=10'), '=1'), '=0');
    expect(writeForms(changed)).toBe('{n, plural, =0 {} =1 {} =10 {} one {# card} other {# cards}}');
  });

  it('keeps the lines of a pattern', () => {
    expect(writeForms(addForm(formsOf('{n, plural,\n  one {a}\n  other {b}\n}'), 'few', 'c'))).toBe('{n, plural,\n  one {a}\n  few {c}\n  other {b}\n}');
  });

  it('removes a category without text, but never other, exact numbers or keys', () => {
    expect(writeForms(withForm(formsOf(english), 'one', ''))).toBe('{n, plural, other {# cards}}');
    expect(writeForms(withForm(formsOf(english), 'other', ''))).toBe('{n, plural, one {# card} other {}}');
    expect(writeForms(withForm(formsOf('{n, plural, =0{a} other{b}}'), '=0', ''))).toBe('{n, plural, =0{} other{b}}');
    expect(writeForms(withForm(formsOf('{g, select, x{a} other{b}}'), 'x', ''))).toBe('{g, select, x{} other{b}}');
  });

  it('changes nothing but the form', () => {
    expect(writeForms(withForm(formsOf('a {n, plural, one{x}  other {y} } b'), 'other', 'z'))).toBe('a {n, plural, one{x}  other {z} } b');
    expect(writeForms(withoutForm(formsOf('{n, plural, =0{x} other{y}}'), '=0'))).toBe('{n, plural, other{y}}');
  });
});

it('starts a translation with the argument and keys of its source', () => {
  const plural = emptyForms(formsOf('Pay {n, plural, =0{nothing} one{# card} other{# cards}} now'));
  expect(isBlank(plural)).toBe(true);
  expect(writeForms(plural)).toBe('{n, plural, other{}}');
  expect(writeForms(emptyForms(formsOf('{g, select, female{she} other{they}}')))).toBe('{g, select, female{} other{}}');
});

it('knows where each form starts', () => {
  const text = 'a {n, plural, one{x} other {yy}} b';
  expect([...formOffsets(formsOf(text))]).toEqual([['one', text.indexOf('x}')], ['other', text.indexOf('yy')]]);
});
