import { useLabels } from '../labels/LabelProvider';
import { AFTER, BEFORE, type EditorField } from './fields';
import type { PatternForms } from './forms';

/** Returns a function that names the form of a field; null for the whole text. */
export function useFormName(pattern: PatternForms | null): (field: EditorField | null) => string | null {
  const { t } = useLabels();
  return (field) => {
    if (pattern === null || field === null) {
      return null;
    }
    const isChoice = pattern.type === 'select';
    if (field.id === BEFORE) {
      return t(isChoice ? 'icu.form.beforeChoice' : 'icu.form.before');
    }
    if (field.id === AFTER) {
      return t(isChoice ? 'icu.form.afterChoice' : 'icu.form.after');
    }
    return field.form?.startsWith('=') && !isChoice ? t('icu.form.exactly', { number: field.form.slice(1) }) : field.form;
  };
}

interface Props {
  field: EditorField;
  name: string | null;
}

const SHOWN_SAMPLES = 4;

/** The name of a form with numbers that take it: "few · 2, 3, 4". */
export function FormLabel({ field, name }: Props) {
  const { t } = useLabels();
  const samples = field.samples.slice(0, SHOWN_SAMPLES).join(', ');
  return (
    <p className="icu-form-label">
      <span className="icu-form-name" dir="auto">{name}</span>
      {samples && <span className="muted" dir="ltr">{samples}</span>}
      {field.isUnused && <span className="badge warning">{t('icu.form.unused')}</span>}
    </p>
  );
}
