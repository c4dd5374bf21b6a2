import { expect, test } from 'vitest';
import type { DefinedMessage } from '../../api/messages';
import { changedFields, conflictingFields, fieldsOf, NEW_FIELDS, patchOf, tagsOf } from './definition';

const MESSAGE: DefinedMessage = {
  key: 'card.declined', version: 1, code: 'PAY-42', reason: 'CARD_DECLINED', httpStatus: 402, tags: ['card', 'bank'], lifecycle: 'active',
  audience: 'user', arguments: [{ name: 'bank', type: 'string', example: 'ACME' }],
};

test('only what differs from the stored message is a change', () => {
  const stored = fieldsOf(MESSAGE);
  expect(changedFields({ reason: 'CARD_DECLINED', httpStatus: '403', tags: 'card, bank', arguments: [...MESSAGE.arguments] }, stored))
    .toEqual({ httpStatus: '403' });
});

test('a patch removes values that were cleared, and a new message omits them', () => {
  expect(patchOf({ code: '', retry: 'unspecified', tags: '' }, false)).toEqual({ code: null, retry: null, tags: [] });
  expect(patchOf({ grpcStatus: 'derived' }, false)).toEqual({ grpcStatus: null });
  expect(patchOf({ ...NEW_FIELDS, reason: ' OK ' }, true))
    .toEqual({ reason: 'OK', httpStatus: 400, audience: 'user', tags: [], arguments: [] });
});

test('sends a defined gRPC status, and omits a derived one', () => {
  expect(fieldsOf(MESSAGE).grpcStatus).toBe('derived');
  expect(fieldsOf({ ...MESSAGE, grpcStatus: 'ABORTED' }).grpcStatus).toBe('ABORTED');
  expect(patchOf({ ...NEW_FIELDS, grpcStatus: 'ABORTED' }, true)).toMatchObject({ grpcStatus: 'ABORTED' });
});

test('arguments are sent without empty examples', () => {
  expect(patchOf({ arguments: [{ name: ' limit ', type: 'number', example: '' }] }, false))
    .toEqual({ arguments: [{ name: 'limit', type: 'number' }] });
});

test('a conflict is a field that both changed, to different values', () => {
  const opened = fieldsOf(MESSAGE);
  const stored = { ...opened, httpStatus: '409', reason: 'CARD_REFUSED' };
  expect(conflictingFields({ httpStatus: '403', code: 'PAY-43', reason: 'CARD_REFUSED' }, opened, stored)).toEqual(['httpStatus']);
});

test('tags are separated by commas of any script', () => {
  expect(tagsOf('card, bank،رفض、 ')).toEqual(['card', 'bank', 'رفض']);
});
