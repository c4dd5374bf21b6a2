import { formOffsets, type PatternForms } from './forms';
import type { FieldText } from './inspection';
import type { PluralCategory } from './plurals';

/** A field of the editor with its place in the written text. */
export interface EditorField extends FieldText {
  /** The form that the field holds; null for the whole text, and for the text around the forms. */
  form: string | null;
  samples: string[];
  /** Whether the pattern has the form. */
  isWritten: boolean;
  /** Whether the language has no such category. */
  isUnused: boolean;
  /** The offset of its text in the value; null if the value does not contain it. */
  offset: number | null;
}

export const SOURCE = 'source';
export const BEFORE = 'before';
export const AFTER = 'after';

const PREFIX = 'form:';

/** The field of the whole text. */
export function sourceField(text: string): EditorField {
  const plain = { form: null, samples: [], isWritten: true, isUnused: false, offset: 0 };
  return { id: SOURCE, text, context: 'message', startsText: true, endsText: true, ...plain };
}

/** Returns a field for each form of the language and for each form that the text or its source has. */
export function formFields(pattern: PatternForms, source: PatternForms | null, categories: readonly PluralCategory[]): EditorField[] {
  const offsets = formOffsets(pattern);
  const hasBefore = pattern.before !== '' || (source !== null && source.before !== '');
  const hasAfter = pattern.after !== '' || (source !== null && source.after !== '');
  const fields = selectorsOf(pattern, source, categories).map((selector): EditorField => {
    const form = pattern.forms.find((it) => it.selector === selector);
    const category = categories.find((it) => it.category === selector);
    return {
      id: PREFIX + selector,
      form: selector,
      text: form?.text ?? '',
      context: pattern.type,
      startsText: !hasBefore,
      endsText: !hasAfter,
      samples: category?.samples ?? [],
      isWritten: form !== undefined,
      isUnused: pattern.type !== 'select' && !selector.startsWith('=') && category === undefined,
      offset: offsets.get(selector) ?? null,
    };
  });
  const around = { form: null, context: 'message' as const, samples: [], isWritten: true, isUnused: false };
  const before: EditorField = { id: BEFORE, text: pattern.before, startsText: true, endsText: false, offset: 0, ...around };
  const end = pattern.before.length + lengthOfChoice(pattern);
  const after: EditorField = { id: AFTER, text: pattern.after, startsText: false, endsText: true, offset: end, ...around };
  return [...(hasBefore ? [before] : []), ...fields, ...(hasAfter ? [after] : [])];
}

function selectorsOf(pattern: PatternForms, source: PatternForms | null, categories: readonly PluralCategory[]): string[] {
  const written = pattern.forms.map(({ selector }) => selector);
  if (pattern.type === 'select') {
    const expected = source?.type === 'select' ? source.forms.map(({ selector }) => selector) : [];
    const keys = [...new Set([...expected, ...written])].filter((key) => key !== 'other');
    return [...keys, 'other'];
  }
  const exact = written.filter((selector) => selector.startsWith('='));
  const expected = categories.map(({ category }) => category);
  const others = written.filter((selector) => !selector.startsWith('=') && !expected.includes(selector));
  return [...exact, ...others, ...expected];
}

function lengthOfChoice({ head, forms, tail }: PatternForms): number {
  return forms.reduce((length, { lead, selector, gap, text }) => length + lead.length + selector.length + gap.length + text.length + 2, head.length + tail.length);
}
