import type { Choice, ChoiceType } from './pattern';
import { scan } from './scan';

/** One branch of a plural or select, with the layout that the pattern has. */
export interface Form {
  /** A plural category, an exact number such as `=0`, or a key of a select. */
  selector: string;
  text: string;
  /** White space before the selector. */
  lead: string;
  /** Between the selector and the opening brace. */
  gap: string;
}

/** A pattern with one plural or select, taken apart for a field per form. */
export interface PatternForms {
  argument: string;
  type: ChoiceType;
  /** The text before and after the argument. */
  before: string;
  after: string;
  /** From the opening brace to the white space before the first form. */
  head: string;
  /** From the last form to the closing brace. */
  tail: string;
  forms: Form[];
}

/** The reason why a pattern cannot be edited as forms. */
export type FormsObstacle = 'none' | 'error' | 'several' | 'nested' | 'duplicate';

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Takes a pattern apart. `writeForms` restores the same text. */
export function parseForms(text: string): PatternForms | FormsObstacle {
  const { parts, error } = scan(text);
  if (error) {
    return 'error';
  }
  const choices = parts.filter((part): part is Choice => part.kind === 'choice');
  const choice = choices[0];
  if (choice === undefined) {
    return 'none';
  }
  if (choices.length > 1) {
    return 'several';
  }
  if (choice.branches.some((branch) => branch.parts.some((part) => part.kind === 'choice'))) {
    return 'nested';
  }
  if (new Set(choice.branches.map(({ selector }) => selector)).size < choice.branches.length) {
    return 'duplicate';
  }
  let at = choice.headEnd;
  const forms = choice.branches.map(({ selector, selectorSpan, content }): Form => {
    const lead = text.slice(at, selectorSpan.from);
    at = content.to + 1;
    return { selector, text: text.slice(content.from, content.to), lead, gap: text.slice(selectorSpan.to, content.from - 1) };
  });
  return {
    argument: choice.name,
    type: choice.type,
    before: text.slice(0, choice.from),
    after: text.slice(choice.to),
    head: text.slice(choice.from, choice.headEnd),
    tail: text.slice(at, choice.to),
    forms,
  };
}

export function writeForms({ before, head, forms, tail, after }: PatternForms): string {
  return before + head + forms.map(({ lead, selector, gap, text }) => `${lead}${selector}${gap}{${text}}`).join('') + tail + after;
}

/** Returns where the text of each form starts in the written pattern, by selector. */
export function formOffsets({ before, head, forms }: PatternForms): Map<string, number> {
  const offsets = new Map<string, number>();
  let at = before.length + head.length;
  for (const { lead, selector, gap, text } of forms) {
    at += lead.length + selector.length + gap.length + 1;
    offsets.set(selector, at);
    at += text.length + 1;
  }
  return offsets;
}

/** Returns the empty forms for a translation of a source: its argument and keys, without its texts. */
export function emptyForms(source: PatternForms): PatternForms {
  const kept = source.forms.filter(({ selector }) => selector === 'other' || source.type === 'select');
  return { ...source, before: '', after: '', forms: kept.map((form) => ({ ...form, text: '' })) };
}

/** Whether no form has a text. */
export function isBlank({ before, after, forms }: PatternForms): boolean {
  return before === '' && after === '' && forms.every(({ text }) => text === '');
}

/** Sets the text of a form, and adds the form if the pattern lacks it. A plural form without text is removed. */
export function withForm(pattern: PatternForms, selector: string, text: string): PatternForms {
  const present = pattern.forms.some((form) => form.selector === selector);
  if (present && text === '' && pattern.type !== 'select' && CATEGORIES.includes(selector) && selector !== 'other') {
    return withoutForm(pattern, selector);
  }
  return present
    ? { ...pattern, forms: pattern.forms.map((form) => (form.selector === selector ? { ...form, text } : form)) }
    : addForm(pattern, selector, text);
}

/** Adds a form where the order of the forms has it: exact numbers first, then the categories. */
export function addForm(pattern: PatternForms, selector: string, text = ''): PatternForms {
  const [first, second] = pattern.forms;
  const found = pattern.forms.findIndex((form) => rank(form.selector) > rank(selector));
  const index = found < 0 ? pattern.forms.length : found;
  const lead = (index === 0 ? undefined : second?.lead) ?? first?.lead ?? ' ';
  const form: Form = { selector, text, lead, gap: first?.gap ?? '' };
  return { ...pattern, forms: [...pattern.forms.slice(0, index), form, ...pattern.forms.slice(index)] };
}

/** Renames the argument that chooses the form. */
export function withArgument(pattern: PatternForms, argument: string): PatternForms {
  return { ...pattern, argument, head: pattern.head.replace(pattern.argument, () => argument) };
}

export function withoutForm(pattern: PatternForms, selector: string): PatternForms {
  return { ...pattern, forms: pattern.forms.filter((form) => form.selector !== selector) };
}

/** Orders exact numbers by value before the categories; keys of a select stay before `other`. */
function rank(selector: string): number {
  if (selector.startsWith('=')) {
    return Number(selector.slice(1)) - Number.MAX_SAFE_INTEGER;
  }
  const category = CATEGORIES.indexOf(selector);
  return category < 0 ? 0 : category;
}
