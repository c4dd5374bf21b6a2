import { describe, expect, it } from 'vitest';
import { formFields, sourceField } from './fields';
import { parseForms, type PatternForms } from './forms';
import { CHOICE_ARGUMENT, inspect, type Defect } from './inspection';
import { browserCategories } from './plurals';
import type { Syntax } from './types';

const declared = [{ name: 'n', type: 'number' }, { name: 'bank', type: 'string' }, { name: 'when', type: 'datetime' }];

function defectsOf(text: string, source: string, syntax: Syntax = 'icu'): Defect[] {
  return inspect([sourceField(text)], { syntax, source, declared, choice: null });
}

function parsed(text: string): PatternForms {
  const forms = parseForms(text);
  if (typeof forms === 'string') {
    throw new Error(forms);
  }
  return forms;
}

function kinds(defects: Defect[]): string[] {
  return defects.map(({ kind }) => kind);
}

/** Applies the corrections to the text, the last one first. */
function corrected(text: string, source: string): string {
  return [...defectsOf(text, source)].reverse().reduce((before, { fix }) => (fix ? before.slice(0, fix.from) + fix.insert + before.slice(fix.to) : before), text);
}

describe('inspect', () => {
  it('finds nothing in a text that is empty or right', () => {
    expect(defectsOf('', 'Pay {bank}')).toEqual([]);
    expect(defectsOf('Zahle {bank}', 'Pay {bank}')).toEqual([]);
    expect(defectsOf('Zahle {1}', 'Pay {bank}')).toEqual([]);
  });

  it('offers a missing argument as the source writes it', () => {
    const [missing] = defectsOf('Zahle', 'Pay on {when, date, long}');
    expect(missing).toMatchObject({ kind: 'missing', argument: 'when', insertion: '{when, date, long}', severity: 'error' });
  });

  it('offers the missing argument in the place of the only unknown one', () => {
    expect(kinds(defectsOf('Zahle {banka}', 'Pay {bank}'))).toEqual(['renamed']);
    expect(corrected('Zahle {banka}', 'Pay {bank}')).toBe('Zahle {bank}');
    expect(corrected('{počet, plural, other{#}}', '{n, plural, one{#} other{#}}')).toBe('{n, plural, other{#}}');
  });

  it('takes a position and the argument declared at it as the same argument', () => {
    const position = '{0, plural, one{# item} other{# items}} of {bank}';
    expect(defectsOf('{n, plural, other{#}} {1}', position)).toEqual([]);
    expect(defectsOf('{0, plural, other{#}} {bank}', '{n, plural, other{#}} {1}')).toEqual([]);
    const forms = formFields(parsed('{0, plural, other{#}} {1}'), null, browserCategories('de', 'cardinal'));
    expect(inspect(forms, { syntax: 'icu', source: position, declared, choice: '0' })).toEqual([]);
  });

  it('writes a renamed argument as the source does', () => {
    expect(corrected('Zahle {banka}', 'Pay {1}')).toBe('Zahle {1}');
  });

  it('does not guess among several', () => {
    expect(kinds(defectsOf('{a} {b}', '{bank} {n}'))).toEqual(['missing', 'missing', 'unknown', 'unknown']);
  });

  it('leaves arguments alone while the pattern is broken', () => {
    expect(kinds(defectsOf('Zahle {ban', 'Pay {bank}'))).toEqual(['unclosed']);
    expect(corrected('Zahle {bank', 'Pay {bank}')).toBe('Zahle {bank}');
    expect(kinds(defectsOf("Zahle '{bank}", 'Pay {bank}'))).toEqual(['quote']);
  });

  it('corrects blanks, but not those in arguments or those that the source has', () => {
    expect(corrected(' Zahle  {bank}  heute ', 'Pay {bank} today')).toBe('Zahle {bank} heute');
    expect(defectsOf('Zahle ', 'Pay ')).toEqual([]);
    expect(defectsOf('{n, plural,\n  one {x}\n  other {y}}', '{n, plural, other{x}}')).toEqual([]);
  });

  it('names printf arguments by their positions', () => {
    expect(defectsOf('Zu viele %s', '%s per %s', 'printf')).toMatchObject([{ kind: 'missing', argument: 'bank', insertion: '%2$s' }]);
    expect(defectsOf('100 %', '100 %', 'plain')).toEqual([]);
  });

  it('reads the forms of a plural together', () => {
    const fields = formFields(parsed('{počet, plural, one{# karta} other{# karet }} {bank}'), null, browserCategories('cs', 'cardinal'));
    const defects = inspect(fields, { syntax: 'icu', source: '{n, plural, one{#} other{#}} {bank}', declared, choice: 'počet' });
    expect(defects).toMatchObject([{ kind: 'renamed', field: CHOICE_ARGUMENT, fix: { insert: 'n' } }]);
  });
});
