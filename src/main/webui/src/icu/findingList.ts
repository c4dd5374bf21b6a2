import type { Diagnostic } from '@codemirror/lint';
import type { Translate } from '../labels/LabelProvider';
import type { EditorField } from './fields';
import type { Defect, DefectKind } from './inspection';
import type { Span } from './pattern';
import type { Finding } from './types';

/** A finding with its range and an optional fix. */
export interface ShownFinding {
  id: string;
  severity: 'error' | 'warning';
  message: string;
  /** Null if the finding concerns the whole text. */
  field: string | null;
  range: Span | null;
  /** Findings of the editor itself, with the names of their fixes. */
  defect: Defect | null;
  fixLabel: string | null;
  /** Whether the page shows the sentence. */
  isListed: boolean;
}

/** The check of the service that finds the same. */
function checkOf(kind: DefectKind): string {
  switch (kind) {
    case 'missing':
    case 'unknown':
    case 'renamed': return 'arguments';
    case 'edgeBlank': return 'edge-blanks';
    case 'doubleBlank': return 'doubled-blanks';
    default: return 'pattern';
  }
}

/** Joins what the editor found with the findings of the service, which are later but know more. */
export function shownFindings(defects: readonly Defect[], findings: readonly Finding[], fields: readonly EditorField[], t: Translate): ShownFinding[] {
  const unlisted = new Set(findings.filter(({ isListed }) => !isListed).map(({ check }) => check));
  const listed = new Set(findings.map(({ check }) => check).filter((check) => !unlisted.has(check)));
  const found = new Set(defects.map(({ kind }) => checkOf(kind)));
  return [
    ...defects.map((defect, index): ShownFinding => {
      const { severity, field, range, kind } = defect;
      const isListed = listed.has(checkOf(kind));
      return { id: `defect-${index}`, severity, message: messageOf(defect, t), field, range, defect, fixLabel: fixLabelOf(defect, t), isListed };
    }),
    ...findings.filter(({ check }) => !found.has(check)).map(({ severity, message, range, isListed }, index): ShownFinding => {
      const place = range ? placeOf(range, fields) : null;
      const level = severity === 'error' ? 'error' : 'warning';
      return { id: `finding-${index}`, severity: level, message, field: null, range: null, ...place, defect: null, fixLabel: null, isListed };
    }),
  ];
}

function messageOf(defect: Defect, t: Translate): string {
  return t(`icu.defect.${defect.kind}`, namesOf(defect));
}

function namesOf({ argument = '', declared = '' }: Defect): { argument: string; declared: string } {
  return { argument: `{${argument}}`, declared: `{${declared}}` };
}

function fixLabelOf(defect: Defect, t: Translate): string | null {
  if (defect.insertion !== undefined) {
    return t('icu.fix.insert', namesOf(defect));
  }
  if (!defect.fix) {
    return null;
  }
  switch (defect.kind) {
    case 'renamed': return t('icu.fix.replace', namesOf(defect));
    case 'unclosed': return t('icu.fix.closeBrace');
    case 'quote': return t('icu.fix.closeQuote');
    case 'doubleBlank': return t('icu.fix.singleBlank');
    case 'edgeBlank': return t('icu.fix.removeBlank');
    default: return t('icu.fix.removeBrace');
  }
}

/** Finds the field in which a stretch of the value lies. */
function placeOf({ from, to }: Span, fields: readonly EditorField[]): { field: string; range: Span } | null {
  const field = fields.find(({ offset, text }) => offset !== null && from >= offset && from <= offset + text.length);
  if (!field || field.offset === null) {
    return null;
  }
  const start = from - field.offset;
  const end = Math.min(to - field.offset, field.text.length);
  return end > start ? { field: field.id, range: { from: start, to: end } } : null;
}

/** Returns the marks of the findings in one field. */
export function diagnosticsOf(shown: readonly ShownFinding[], field: string, apply: (defect: Defect) => void): Diagnostic[] {
  return shown.flatMap(({ field: place, range, severity, message, defect, fixLabel }) => {
    if (place !== field || !range) {
      return [];
    }
    return [{ ...range, severity, message, ...(defect && fixLabel ? { actions: [{ name: fixLabel, apply: () => apply(defect) }] } : {}) }];
  });
}
