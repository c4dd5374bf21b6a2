import { AUDIENCES } from '../../api/messages';
import { Choice } from '../../components/Choice';
import { Field } from '../../components/Field';
import { useLabels } from '../../labels/LabelProvider';
import { ArgumentTable } from './ArgumentTable';
import { GRPC_STATUS_CHOICES, RETRY_CHOICES, type Fields } from './definition';
import { problemField, problemIn } from './fieldProblems';

interface Props {
  fields: Fields;
  onChange: (changes: Partial<Fields>) => void;
  /** Shown at the fields that it is about. */
  error: unknown;
}

/** The fields of the definition of a message. */
export function DefinitionFields({ fields, onChange, error }: Props) {
  const { t } = useLabels();
  return (
    <>
      <div className="messages-columns">
        <Field label={t('messages.code')} hint={t('messages.codeHint')} error={problemIn(error, '/code')} value={fields.code}
          onChange={(code) => onChange({ code })} maxLength={128} autoComplete="off" />
        <Field label={t('messages.reason')} hint={t('messages.reasonHint')} error={problemIn(error, '/reason')} value={fields.reason}
          onChange={(reason) => onChange({ reason })} maxLength={63} isRequired autoComplete="off" />
        <Field label={t('messages.httpStatus')} hint={t('messages.httpStatusHint')} error={problemIn(error, '/httpStatus')}
          value={fields.httpStatus} onChange={(httpStatus) => onChange({ httpStatus })} inputMode="numeric" pattern="[1-5][0-9][0-9]"
          maxLength={3} isRequired autoComplete="off" />
        <Choice label={t('messages.grpcStatus')} value={fields.grpcStatus} onChange={(grpcStatus) => onChange({ grpcStatus })}
          options={GRPC_STATUS_CHOICES.map((id) => ({ id, text: id === 'derived' ? t('messages.grpcStatusDerived') : id }))} />
        <Field label={t('messages.tags')} hint={t('messages.tagsHint')} error={problemIn(error, '/tags')} value={fields.tags}
          onChange={(tags) => onChange({ tags })} autoComplete="off" />
        <Choice label={t('messages.audience')} value={fields.audience} onChange={(audience) => onChange({ audience })}
          options={AUDIENCES.map((id) => ({ id, text: t(`messages.audience.${id}`) }))} />
        <Choice label={t('messages.retry')} value={fields.retry} onChange={(retry) => onChange({ retry })}
          options={RETRY_CHOICES.map((id) => ({ id, text: t(`messages.retry.${RETRY_LABELS[id]}`) }))} />
      </div>
      <ArgumentTable value={fields.arguments} onChange={(value) => onChange({ arguments: value })} error={problemIn(error, '/arguments')}
        errorPath={problemField(error)} />
    </>
  );
}

const RETRY_LABELS = {
  unspecified: 'unspecified', never: 'never', 'same-request': 'sameRequest', 'after-delay': 'afterDelay', 'after-fix': 'afterFix',
} as const;
