import { expect, it } from 'vitest';
import { browserCategories } from './plurals';
import { samplesOf } from './samples';

const declared = [{ name: 'n', type: 'number', example: '3' }, { name: 'bank', type: 'string', example: 'ACME' }, { name: 'day', type: 'datetime' }];

it('knows the categories of languages with some of their numbers', () => {
  expect(browserCategories('ar', 'cardinal').map(({ category }) => category)).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
  expect(browserCategories('ja', 'cardinal').map(({ category }) => category)).toEqual(['other']);
  expect(browserCategories('pl', 'cardinal').find(({ category }) => category === 'few')?.samples).toEqual(['2', '3', '4', '22']);
  expect(browserCategories('en', 'ordinal').find(({ category }) => category === 'few')?.samples).toEqual(['3', '23', '33', '43']);
  expect(browserCategories('fr', 'cardinal').find(({ category }) => category === 'many')?.samples).toEqual(['1000000']);
  expect(browserCategories('xx', 'cardinal')).toEqual([{ category: 'other', samples: [] }]);
});

it('shows the examples of a text without forms', () => {
  expect(samplesOf('{bank} {day}', declared, [], [])).toEqual([
    { form: null, value: '', values: { n: '3', bank: 'ACME', day: '2026-03-14T09:30:00Z' } },
  ]);
});

it('shows every form, and another number where an exact form takes the first', () => {
  const samples = samplesOf('{n, plural, =1{a} one{b} other{c}} {g, select, x{d} other{e}}', declared, browserCategories('en', 'cardinal'), []);
  expect(samples.map(({ form, value }) => [form, value])).toEqual([['=1', '1'], ['other', '0'], ['x', 'x'], ['other', 'other']]);
  expect(samples[2]?.values).toMatchObject({ n: '3', g: 'x' });
});

it('gives one value to an argument that the text writes as its position', () => {
  const samples = samplesOf('{0, plural, one{a} other{b}} {1}', declared, browserCategories('en', 'cardinal'), []);
  expect(samples.map(({ values }) => values)).toMatchObject([{ n: '1', bank: 'ACME' }, { n: '0' }]);
  expect(samples.flatMap(({ values }) => Object.keys(values))).not.toContain('0');
});
