import IntlMessageFormat from 'intl-messageformat';
import type { LocaleChanges, MessageChange, ReleaseFinding } from '../../api/releases';

export type ChangeKind = 'new' | 'changed' | 'removed';

/** A change of a text, with what it may break. */
export interface Change extends MessageChange {
  kind: ChangeKind;
  /** Arguments that apps do not pass yet. */
  addedArguments: string[];
  /** Whether apps that use the earlier release may break. */
  breaking: boolean;
}

/** The changes of a locale, those first that may break apps. */
export function classify(changes: readonly MessageChange[], findings: readonly ReleaseFinding[] = []): Change[] {
  const breakingKeys = new Set(findings.filter(isBreaking).map(({ key }) => key));
  return changes.map((change) => {
    const kind = kindOf(change);
    const addedArguments = kind === 'changed' ? argumentsAdded(change.before ?? '', change.after ?? '') : [];
    return { ...change, kind, addedArguments, breaking: kind === 'removed' || addedArguments.length > 0 || breakingKeys.has(change.key) };
  }).sort((one, other) => Number(other.breaking) - Number(one.breaking));
}

/** Returns whether a finding can be overruled: it is about apps, not about texts. */
export function isBreaking({ code }: ReleaseFinding): boolean {
  return code === 'breaking-change';
}

/** Compares the texts of a locale in two releases, in the order of the keys. */
export function compareTexts(before: Record<string, string>, after: Record<string, string>): MessageChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((key) => {
    const one = before[key];
    const other = after[key];
    if (one === other) {
      return [];
    }
    return [{ key, ...(one === undefined ? {} : { before: one }), ...(other === undefined ? {} : { after: other }) }];
  });
}

/** Returns the numbers of changes in all locales. */
export function totals(locales: readonly LocaleChanges[]): { added: number; changed: number; removed: number; all: number } {
  const sum = { added: 0, changed: 0, removed: 0, all: 0 };
  for (const { added, changed, removed } of locales) {
    sum.added += added;
    sum.changed += changed;
    sum.removed += removed;
    sum.all += added + changed + removed;
  }
  return sum;
}

function kindOf({ before, after }: MessageChange): ChangeKind {
  if (before === undefined || before === null) {
    return 'new';
  }
  return after === undefined || after === null ? 'removed' : 'changed';
}

function argumentsAdded(before: string, after: string): string[] {
  const known = argumentNames(before);
  return known === null ? [] : [...(argumentNames(after) ?? [])].filter((name) => !known.has(name));
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The element types of the parser that have no argument: literal text and the number sign of a plural. */
const LITERAL = 0;
const POUND = 7;

/** Returns the names of the arguments of a pattern; `null` for the few patterns that only the service can read. */
export function argumentNames(pattern: string): Set<string> | null {
  try {
    return collect(new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }).getAst(), new Set());
  } catch {
    return null;
  }
}

function collect(elements: Elements, names: Set<string>): Set<string> {
  for (const element of elements) {
    if (element.type !== LITERAL && element.type !== POUND) {
      names.add(element.value);
    }
    if ('options' in element) {
      Object.values(element.options).forEach((option) => collect(option.value, names));
    }
    if ('children' in element) {
      collect(element.children, names);
    }
  }
  return names;
}
