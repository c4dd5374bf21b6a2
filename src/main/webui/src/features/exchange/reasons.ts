import type { LossReason } from '../../api/exports';
import type { ColumnField, EntryKind, EntryReason, IssueReason } from '../../api/imports';
import type { LabelKey } from '../../labels/keys';

export const KIND_LABELS: Record<EntryKind, LabelKey> = {
  refused: 'exchange.kind.refused',
  conflicting: 'exchange.kind.conflicting',
  new: 'exchange.kind.new',
  changed: 'exchange.kind.changed',
  removed: 'exchange.kind.removed',
};

export const REASON_LABELS: Record<EntryReason, LabelKey> = {
  'new-message': 'exchange.reason.newMessage',
  'new-text': 'exchange.reason.newText',
  text: 'exchange.reason.text',
  description: 'exchange.reason.description',
  state: 'exchange.reason.state',
  definition: 'exchange.reason.definition',
  approved: 'exchange.reason.approved',
  missing: 'exchange.reason.missing',
  'locale-not-offered': 'exchange.reason.localeNotOffered',
  'not-permitted': 'exchange.reason.notPermitted',
  'invalid-text': 'exchange.reason.invalidText',
  'text-has-errors': 'exchange.reason.textHasErrors',
  'duplicate-key': 'exchange.reason.duplicateKey',
  'invalid-definition': 'exchange.reason.invalidDefinition',
  'reason-taken': 'exchange.reason.reasonTaken',
  'no-source-text': 'exchange.reason.noSourceText',
};

export const ISSUE_LABELS: Record<IssueReason, LabelKey> = {
  'duplicate-key': 'exchange.issue.duplicateKey',
  'not-a-text': 'exchange.issue.notAText',
  'not-translatable': 'exchange.issue.notTranslatable',
  obsolete: 'exchange.issue.obsolete',
  empty: 'exchange.issue.empty',
  reference: 'exchange.issue.reference',
  variant: 'exchange.issue.variant',
  'invalid-locale': 'exchange.issue.invalidLocale',
  'no-key': 'exchange.issue.noKey',
  metadata: 'exchange.issue.metadata',
};

export const FIELD_LABELS: Record<ColumnField, LabelKey> = {
  key: 'exchange.field.key',
  code: 'exchange.field.code',
  reason: 'exchange.field.reason',
  'http-status': 'exchange.field.httpStatus',
  'grpc-status': 'exchange.field.grpcStatus',
  message: 'exchange.field.message',
  description: 'exchange.field.description',
  arguments: 'exchange.field.arguments',
  tags: 'exchange.field.tags',
  ignored: 'exchange.field.ignored',
};

export const LOSS_LABELS: Record<LossReason, LabelKey> = {
  'number-style': 'exchange.loss.numberStyle',
  'number-rules': 'exchange.loss.numberRules',
  'plural-form': 'exchange.loss.pluralForm',
  'plural-rules': 'exchange.loss.pluralRules',
  selection: 'exchange.loss.selection',
  date: 'exchange.loss.date',
  currency: 'exchange.loss.currency',
  'printf-conversion': 'exchange.loss.printfConversion',
  syntax: 'exchange.loss.syntax',
  'argument-name': 'exchange.loss.argumentName',
  'undeclared-argument': 'exchange.loss.undeclaredArgument',
  'key-conflict': 'exchange.loss.keyConflict',
};
