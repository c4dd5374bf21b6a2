import { problemAt, problemOf } from '../api/problems';
import { useLabels } from '../labels/LabelProvider';
import { Field } from './Field';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** A field for a new password, with the rules that it must follow. */
export function NewPasswordField({ label, value, onChange, error }: Props) {
  const { t } = useLabels();
  return (
    <Field label={label} hint={t('common.passwordRules')} error={error} value={value} onChange={onChange} type="password"
      autoComplete="new-password" isRequired />
  );
}

/** Returns what the service says about a new password. */
export function passwordProblem(error: unknown, pointer: string): string | undefined {
  return problemAt(error, pointer) ?? problemOf(error, 'invalid-password', 'common-password');
}
