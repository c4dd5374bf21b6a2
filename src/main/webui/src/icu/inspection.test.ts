import { describe, expect, it } from 'vitest';
import { formFields, sourceField } from './fields';
import { parseForms } from './forms';
import { CHOICE_ARGUMENT, inspect, type Defect } from './inspection';
import { browserCategories } from './plurals';
import type { Syntax } from './types';

const declared = [{ name: 'n', type: 'number' }, { name: 'bank', type: 'string' }, { name: 'when', type: 'datetime' }];

function defectsOf(text: string, source: string, syntax: Syntax = 'icu'): Defect[] {
  return inspect([sourceField(text)], { syntax, source, declared, choice: null });
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
    const forms = parseForms('{počet, plural, one{# karta} other{# karet }} {bank}');
    if (typeof forms === 'string') {
      throw new Error(forms);
    }
    const fields = formFields(forms, null, browserCategories('cs', 'cardinal'));
    const defects = inspect(fields, { syntax: 'icu', source: '{n, plural, one{#} other{#}} {bank}', declared, choice: 'počet' });
    expect(defects).toMatchObject([{ kind: 'renamed', field: CHOICE_ARGUMENT, fix: { insert: 'n' } }]);
  });
});
