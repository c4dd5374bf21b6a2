import type { Diagnostic } from '@codemirror/lint';
import type { Translate } from '../labels/LabelProvider';
import type { EditorField } from './fields';
import type { Defect } from './inspection';
import type { Span } from './pattern';
import type { Finding } from './types';

/** What is wrong, where, and how to correct it with one press. */
export interface ShownFinding {
  id: string;
  severity: 'error' | 'warning';
  message: string;
  /** Null if the finding concerns the whole text. */
  field: string | null;
  range: Span | null;
  /** The correction of a defect. */
  fix?: { label: string; defect: Defect };
}

/** The checks of the service that find what the editor finds at once. */
const ALSO_LOCAL = new Set(['pattern', 'arguments', 'edge-blanks', 'doubled-blanks']);

/** Joins what the editor found with the findings of the service, which are later but know more. */
export function shownFindings(defects: readonly Defect[], findings: readonly Finding[], fields: readonly EditorField[], t: Translate): ShownFinding[] {
  const local = defects.map((defect, index): ShownFinding => {
    const message = messageOf(defect, t);
    const label = fixLabel(defect, t);
    const { severity, field, range } = defect;
    return { id: `defect-${index}`, severity, message, field, range, ...(label === null ? {} : { fix: { label, defect } }) };
  });
  const served = findings.filter(({ check }) => !(ALSO_LOCAL.has(check) && defects.length > 0)).map(({ severity, message, range }, index): ShownFinding => {
    const place = range ? placeOf(range, fields) : null;
    return { id: `finding-${index}`, severity: severity === 'error' ? 'error' : 'warning', message, field: place?.field ?? null, range: place?.range ?? null };
  });
  return [...local, ...served];
}

function messageOf(defect: Defect, t: Translate): string {
  return t(`icu.defect.${defect.kind}`, { argument: `{${defect.argument ?? ''}}`, declared: `{${defect.declared ?? ''}}` });
}

function fixLabel(defect: Defect, t: Translate): string | null {
  if (defect.insertion !== undefined) {
    return t('icu.fix.insert');
  }
  if (!defect.fix) {
    return null;
  }
  switch (defect.kind) {
    case 'renamed': return t('icu.fix.replace');
    case 'unclosed':
    case 'quote': return t('icu.fix.close');
    case 'doubleBlank': return t('icu.fix.correct');
    default: return t('icu.fix.remove');
  }
}

/** Finds the field in which a stretch of the value lies. */
function placeOf({ from, to }: Span, fields: readonly EditorField[]): { field: string; range: Span } | null {
  const field = fields.find(({ offset, text }) => offset !== null && from >= offset && from <= offset + text.length);
  if (!field || field.offset === null || to <= from) {
    return null;
  }
  const end = Math.min(to - field.offset, field.text.length);
  return end > from - field.offset ? { field: field.id, range: { from: from - field.offset, to: end } } : null;
}

/** Returns the marks of the findings in one field. */
export function diagnosticsOf(shown: readonly ShownFinding[], field: string, apply: (defect: Defect) => void): Diagnostic[] {
  return shown.flatMap(({ field: place, range, severity, message, fix }) => {
    if (place !== field || !range) {
      return [];
    }
    return [{ ...range, severity, message, ...(fix ? { actions: [{ name: fix.label, apply: () => apply(fix.defect) }] } : {}) }];
  });
}
