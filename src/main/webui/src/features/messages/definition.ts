import {
  GRPC_STATUSES, RETRIES, type Argument, type Audience, type DefinedMessage, type GrpcStatus, type MessagePatch, type Retry,
} from '../../api/messages';

/** The unparsed content of the message form. */
export interface Fields {
  code: string;
  reason: string;
  httpStatus: string;
  grpcStatus: GrpcStatus | 'derived';
  audience: Audience;
  retry: Retry | 'unspecified';
  /** Separated by commas. */
  tags: string;
  arguments: readonly Argument[];
}

export type FieldName = keyof Fields;

export const FIELD_NAMES: readonly FieldName[] = ['code', 'reason', 'httpStatus', 'grpcStatus', 'audience', 'retry', 'tags', 'arguments'];

export const NEW_FIELDS: Fields = {
  code: '', reason: '', httpStatus: '400', grpcStatus: 'derived', audience: 'user', retry: 'unspecified', tags: '', arguments: [],
};

export const GRPC_STATUS_CHOICES = ['derived', ...GRPC_STATUSES] as const;

export const RETRY_CHOICES = ['unspecified', ...RETRIES] as const;

export function fieldsOf(message: DefinedMessage): Fields {
  return {
    code: message.code,
    reason: message.reason,
    httpStatus: String(message.httpStatus),
    grpcStatus: message.grpcStatus ?? 'derived',
    audience: message.audience,
    retry: message.retry ?? 'unspecified',
    tags: message.tags.join(', '),
    arguments: message.arguments,
  };
}

/** Returns the members to send for the fields that were changed. Values that are empty are removed; a new message omits them. */
export function patchOf(changes: Partial<Fields>, isNew: boolean): MessagePatch {
  const patch: MessagePatch = {};
  if (changes.code !== undefined && !(isNew && changes.code.trim() === '')) {
    patch.code = changes.code.trim() || null;
  }
  if (changes.reason !== undefined) {
    patch.reason = changes.reason.trim();
  }
  if (changes.httpStatus !== undefined) {
    patch.httpStatus = Number(changes.httpStatus);
  }
  if (changes.grpcStatus !== undefined && !(isNew && changes.grpcStatus === 'derived')) {
    patch.grpcStatus = changes.grpcStatus === 'derived' ? null : changes.grpcStatus;
  }
  if (changes.audience !== undefined) {
    patch.audience = changes.audience;
  }
  if (changes.retry !== undefined && !(isNew && changes.retry === 'unspecified')) {
    patch.retry = changes.retry === 'unspecified' ? null : changes.retry;
  }
  if (changes.tags !== undefined) {
    patch.tags = tagsOf(changes.tags);
  }
  if (changes.arguments !== undefined) {
    patch.arguments = changes.arguments.map(({ name, type, example }) => ({ name: name.trim(), type, ...(example ? { example } : {}) }));
  }
  return patch;
}

/** Returns the fields that differ from those of the stored message. */
export function changedFields(changes: Partial<Fields>, stored: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(changes).filter(([name, value]) => !equal(value, stored[name as FieldName])));
}

/** Returns the fields that both the form and somebody else have changed, to different values, since the form was opened. */
export function conflictingFields(changes: Partial<Fields>, opened: Fields, stored: Fields): FieldName[] {
  return FIELD_NAMES.filter((name) => {
    const mine = changes[name];
    return mine !== undefined && !equal(stored[name], opened[name]) && !equal(stored[name], mine);
  });
}

export function tagsOf(text: string): string[] {
  return text.split(/[,،、]/).map((tag) => tag.trim()).filter((tag) => tag !== '');
}

function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
