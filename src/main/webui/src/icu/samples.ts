import { visit } from './pattern';
import type { PluralCategory } from './plurals';
import { scan } from './scan';
import { argumentName } from './snippets';
import type { DeclaredArgument } from './types';

/** Values of the arguments with which a text is previewed. */
export interface Sample {
  /** The form that the values select, such as `few`; null for the examples of the arguments. */
  form: string | null;
  /** The value that selects it. */
  value: string;
  values: Record<string, string>;
}

const MAX_SAMPLES = 24;
const DEFAULTS: Record<string, string> = { number: '5', datetime: '2026-03-14T09:30:00Z', currency: '12.50 EUR' };

/** Returns the examples of the arguments, and for each form of the text values that select it. */
export function samplesOf(
  text: string,
  declared: readonly DeclaredArgument[],
  cardinal: readonly PluralCategory[],
  ordinal: readonly PluralCategory[],
): Sample[] {
  const examples = Object.fromEntries(declared.flatMap(({ name, type, example }) => {
    const value = example || DEFAULTS[type];
    return value === undefined ? [] : [[name, value] as const];
  }));
  const samples: Sample[] = [];
  visit(scan(text).parts, (part) => {
    if (part.kind === 'choice') {
      const select = (form: string, value: string) => samples.push({ form, value, values: { ...examples, [argumentName(part.name, declared)]: value } });
      const exact = part.branches.filter(({ selector }) => selector.startsWith('='));
      if (part.type === 'select') {
        part.branches.forEach(({ selector }) => select(selector, selector));
      } else {
        const taken = new Set(exact.map(({ selector }) => selector.slice(1)));
        exact.forEach(({ selector }) => select(selector, selector.slice(1)));
        for (const { category, samples: numbers } of part.type === 'plural' ? cardinal : ordinal) {
          const number = numbers.find((it) => !taken.has(it));
          if (number !== undefined) {
            select(category, number);
          }
        }
      }
    }
  });
  return samples.length === 0 ? [{ form: null, value: '', values: examples }] : samples.slice(0, MAX_SAMPLES);
}
