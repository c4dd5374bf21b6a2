import { expect, it } from 'vitest';
import { snippetsOf } from './snippets';

const declared = [{ name: 'arg0', type: 'number' }, { name: 'arg1', type: 'string' }];

it('offers each argument once, written as in the source', () => {
  expect(snippetsOf('icu', '{0, number} of {1}', declared)).toEqual([{ name: 'arg0', text: '{0, number}' }, { name: 'arg1', text: '{1}' }]);
  expect(snippetsOf('icu', '{0, plural, other{# of {1}}}', declared)).toEqual([{ name: 'arg0', text: '{0}' }, { name: 'arg1', text: '{1}' }]);
  expect(snippetsOf('icu', '{2}', declared).map(({ name }) => name)).toEqual(['arg0', 'arg1', '2']);
});
