import { type Argument, type Part, parsePattern } from './pattern.js';
import { dateOptions, type NumberStyle, numberStyle } from './styles.js';

export type Value = string | number | bigint | boolean | Date | { currency: string; value: string | number } | null | undefined;

export type Values = Readonly<Record<string, Value>>;

/** Formats a pattern in the language of its text. */
export type Formatter = (pattern: string, locale: string, values: Values, timeZone: string | undefined) => string;

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d{1,3})?$/i;
const RIGHT_TO_LEFT_SCRIPT = /^(Arab|Aran|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg|Mand|Samr|Yezi)$/;
/** The letters, and most of the punctuation, of the bidirectional classes R and AL. */
const RIGHT_TO_LEFT =
  /(?=[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}])[\p{L}\u05BE\u061B-\u061F\u06D4\u07C0-\u07C9\u200F]/u;

const cache = new Map<string, unknown>();

/** A cache of objects that are expensive to create. Bounded, because patterns change with each release. */
function cached<T>(key: string, create: () => T): T {
  let value = cache.get(key) as T | undefined;
  if (value === undefined) {
    if (cache.size > 5000) {
      cache.clear();
    }
    cache.set(key, (value = create()));
  }
  return value;
}

/** Creates a format, without the options that this platform does not accept. */
function numbers(locale: string, { options }: NumberStyle): Intl.NumberFormat {
  return cached(`n${locale}${JSON.stringify(options)}`, () => {
    try {
      return new Intl.NumberFormat(locale, options);
    } catch {
      return new Intl.NumberFormat(locale);
    }
  });
}

function dates(locale: string, options: Record<string, unknown>): Intl.DateTimeFormat {
  return cached(`d${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

function isRightToLeft(locale: string): boolean {
  return cached(`r${locale}`, () => RIGHT_TO_LEFT_SCRIPT.test(new Intl.Locale(locale).maximize().script ?? ''));
}

function isNumber(value: Value): value is string | number | bigint {
  return typeof value === 'number' || typeof value === 'bigint' || (typeof value === 'string' && NUMBER.test(value));
}

function printNumber(value: string | number | bigint, locale: string, style: NumberStyle): string {
  return style.prefix + numbers(locale, style).format(value as number) + style.suffix;
}

/** Reads a date as the service does; a date without a time is printed in the zone in which it begins. */
function readDate(value: Value, timeZone: string | undefined): [Date, string | undefined] | undefined {
  let date: Date | undefined;
  if (value instanceof Date || typeof value === 'number') {
    date = new Date(value);
  } else if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) {
      timeZone = 'UTC';
      date = new Date(value);
    } else if (/^-?\d{1,15}$/.test(value) && !/^(\d{4}|\d{6}|\d{8})$/.test(value)) {
      date = new Date(Number(value));
    } else if (/T.*(Z|[+-]\d\d(:?\d\d)?)(\[.*])?$/.test(value)) {
      date = new Date(value.replace(/\[.*/, ''));
    }
  }
  return date && !Number.isNaN(date.getTime()) ? [date, timeZone] : undefined;
}

function printDate([date, timeZone]: [Date, string | undefined], locale: string, { type, style }: Argument): string {
  const zone = timeZone ? { timeZone } : {};
  const name = style.trim();
  if (!name || /^(short|medium|long|full)$/.test(name)) {
    return dates(locale, { [type === 'time' ? 'timeStyle' : 'dateStyle']: name || 'medium', ...zone }).format(date);
  }
  if (name.startsWith('::')) {
    return dates(locale, { ...dateOptions(name.slice(2)), ...zone }).format(date);
  }
  // A pattern: each field is formatted on its own, and numbers are padded to the length of their field.
  return style.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run, literal: string | undefined, letter: string | undefined) => {
    if (!letter) {
      return literal ? literal.replaceAll("''", "'") : "'";
    }
    const field = letter === 'a' ? { hour: 'numeric', hourCycle: 'h12' } : dateOptions(run);
    const wanted = letter === 'a' ? 'dayPeriod' : Object.keys(field)[0]!;
    const part = dates(locale, { ...field, ...zone }).formatToParts(date).find(it => wanted.startsWith(it.type));
    const text = part?.value ?? '';
    const zero = /^\p{Nd}+$/u.test(text) && numbers(locale, numberStyle('integer')).format(0);
    return zero && letter !== 'S' ? text.padStart(run.length, zero) : text;
  });
}

/** Returns the style of the first slot of the same argument, by which ICU chooses the plural form. */
function countedStyle(parts: Part[], name: string): NumberStyle {
  const first = parts.find(it => typeof it !== 'string' && it.name === name && !it.branches);
  return numberStyle(first && typeof first !== 'string' && first.type === 'number' ? first.style : '');
}

function choosePlural(argument: Argument, value: string | number | bigint, locale: string): Part[] {
  const branches = argument.branches!;
  const number = Number(value);
  for (const [selector, parts] of branches) {
    if (selector[0] === '=' && Number(selector.slice(1)) === number) {
      return parts;
    }
  }
  const other = branches.get('other') ?? [];
  const style = countedStyle(other, argument.name);
  const digits = style.skeleton ? { maximumFractionDigits: 20 } : {
    minimumFractionDigits: style.options.minimumFractionDigits ?? 0, maximumFractionDigits: style.options.maximumFractionDigits ?? 3,
  };
  const type = argument.type === 'plural' ? 'cardinal' : 'ordinal';
  const rules = cached(`p${locale}${type}${JSON.stringify(digits)}`,
    () => new Intl.PluralRules(locale, { type, ...digits } as Intl.PluralRulesOptions));
  return branches.get(rules.select(number - argument.offset)) ?? other;
}

/** Formats ICU patterns with `Intl`, as the service formats them with ICU4J. Always returns a text, and never throws. */
export const formatPattern: Formatter = (pattern, locale, values, timeZone) => {
  const isolateAll = isRightToLeft(locale);
  const isolated = (text: string) => (isolateAll || RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

  function print(part: Part): string {
    if (typeof part === 'string') {
      return part;
    }
    const { name, type, branches } = part;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const amount = typeof value === 'object' && value !== null && 'currency' in value ? value : undefined;
    const unusable = `{${name}}`;
    if (value === undefined || value === null) {
      return unusable;
    }
    switch (type) {
      case '':
        if (typeof value === 'number' || typeof value === 'bigint') {
          return printNumber(value, locale, numberStyle(''));
        }
        return isolated(amount ? `${amount.value} ${amount.currency}` : value instanceof Date ? value.toISOString() : String(value));
      case '#':
        return isNumber(value) ? printNumber(part.offset ? Number(value) - part.offset : value, locale, numberStyle('')) : unusable;
      case 'number': {
        if (amount) {
          return isNumber(amount.value) ? printNumber(amount.value, locale, numberStyle(part.style, amount.currency)) : unusable;
        }
        return isNumber(value) && !/^\s*currency\s*$|¤/.test(part.style) ? printNumber(value, locale, numberStyle(part.style)) : unusable;
      }
      case 'select':
        return join(branches!.get(String(value)) ?? branches!.get('other') ?? []);
      case 'plural':
      case 'selectordinal':
        return isNumber(value) ? join(choosePlural(part, value, locale)) : unusable;
      default: {
        const date = readDate(value, timeZone);
        return date ? printDate(date, locale, part) : unusable;
      }
    }
  }

  function join(parts: Part[]): string {
    return parts.map(print).join('');
  }

  return join(cached(`m${pattern}`, () => parsePattern(pattern)));
};
