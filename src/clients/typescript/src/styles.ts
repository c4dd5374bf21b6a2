/** The options of `Intl.NumberFormat` for a style, and what is printed around the number. */
export interface NumberStyle {
  options: Record<string, unknown>;
  prefix: string;
  suffix: string;
  /** The value decides on the plural form, as ICU does for skeletons; otherwise the number as printed does. */
  skeleton: boolean;
}

const ALL = { maximumFractionDigits: 20 };
const COMPACT_SHORT = { notation: 'compact', compactDisplay: 'short', maximumFractionDigits: undefined };
const COMPACT_LONG = { ...COMPACT_SHORT, compactDisplay: 'long' };
const PERCENT = { style: 'unit', unit: 'percent' };
const EVERY_GROUP = { useGrouping: 'always' };

/** The options for the tokens of number skeletons that have no number in them. */
const TOKENS: Record<string, object> = {
  'precision-integer': { maximumFractionDigits: 0 },
  'precision-unlimited': ALL,
  'rounding-mode-half-up': { roundingMode: 'halfExpand' },
  'rounding-mode-half-down': { roundingMode: 'halfTrunc' },
  'rounding-mode-up': { roundingMode: 'expand' },
  'rounding-mode-down': { roundingMode: 'trunc' },
  'rounding-mode-floor': { roundingMode: 'floor' },
  'rounding-mode-ceiling': { roundingMode: 'ceil' },
  percent: PERCENT,
  '%': PERCENT,
  'unit-width-full-name': { currencyDisplay: 'name', unitDisplay: 'long' },
  'unit-width-narrow': { currencyDisplay: 'narrowSymbol', unitDisplay: 'narrow' },
  'unit-width-iso-code': { currencyDisplay: 'code' },
  'compact-short': COMPACT_SHORT,
  K: COMPACT_SHORT,
  'compact-long': COMPACT_LONG,
  KK: COMPACT_LONG,
  scientific: { notation: 'scientific' },
  E0: { notation: 'scientific' },
  engineering: { notation: 'engineering' },
  EE0: { notation: 'engineering' },
  'sign-accounting': { currencySign: 'accounting' },
  'sign-always': { signDisplay: 'always' },
  '+!': { signDisplay: 'always' },
  'sign-never': { signDisplay: 'never' },
  '+_': { signDisplay: 'never' },
  'sign-except-zero': { signDisplay: 'exceptZero' },
  '+?': { signDisplay: 'exceptZero' },
  'group-off': { useGrouping: false },
  ',_': { useGrouping: false },
  'group-min2': { useGrouping: 'min2' },
  ',?': { useGrouping: 'min2' },
  'group-on-aligned': EVERY_GROUP,
  'group-thousands': EVERY_GROUP,
  ',!': EVERY_GROUP,
  latin: { numberingSystem: 'latn' },
};

/** Returns the digits after the decimal point that a style such as `.0##` or `.00+` demands. */
function fraction(digits: string): Record<string, number> {
  return { minimumFractionDigits: digits.split('0').length - 1, ...(/[+*]/.test(digits) ? ALL : { maximumFractionDigits: digits.length }) };
}

/** Reads the style of `{n, number, style}`; `currency` is that of the amount, if it is one. */
export function numberStyle(style: string, currency?: string): NumberStyle {
  const result: NumberStyle = { options: { roundingMode: 'halfEven' }, prefix: '', suffix: '', skeleton: false };
  const { options } = result;
  const name = style.trim();
  if (currency) {
    Object.assign(options, { style: 'currency', currency });
  }
  if (name.startsWith('::')) {
    skeleton(name.slice(2).trim().split(/\s+/), result);
  } else if (name === 'integer') {
    Object.assign(options, { maximumFractionDigits: 0 }, EVERY_GROUP);
  } else if (name === 'percent') {
    Object.assign(options, { style: 'percent', maximumFractionDigits: 0 }, EVERY_GROUP);
  } else if (name === '' || name === 'currency') {
    Object.assign(options, currency ? {} : { maximumFractionDigits: 3 }, EVERY_GROUP);
  } else {
    const [before = '', integer = '', digits = '', after = ''] = /^([^#,0.]*)([#,0]*)\.?([0#]*)(.*)$/.exec(style)!.slice(1);
    Object.assign(options, fraction(digits), {
      minimumIntegerDigits: Math.max(1, integer.split('0').length - 1), useGrouping: integer.includes(',') && 'always',
    });
    if ((before + after).includes('%')) {
      options.style = 'percent';
    }
    result.prefix = before.replace(/[%¤]/g, '');
    result.suffix = after.replace(/[%¤]/g, '');
  }
  return result;
}

function skeleton(tokens: string[], result: NumberStyle) {
  const { options } = result;
  result.skeleton = true;
  options.maximumFractionDigits = 6;
  for (const token of tokens) {
    const [stem = '', option = ''] = token.split('/');
    const places = option.split('.')[1]?.length ?? 0;
    Object.assign(options, TOKENS[token] ?? (
      stem === '' || token[0] === '.' ? fraction(token.slice(1))
      : stem === 'currency' ? { style: stem, currency: option, maximumFractionDigits: undefined }
      : stem === 'unit' ? { style: stem, unit: option }
      : stem === 'precision-increment' ? {
        minimumFractionDigits: places, maximumFractionDigits: places, roundingIncrement: Number(option.replace('.', '')),
      }
      : /^0+$|^integer-width/.test(stem) ? { minimumIntegerDigits: token.split('0').length - 1 } : {}));
    if (stem === 'permille') {
      result.suffix = '‰';
    }
  }
}

const TEXT = ['numeric', '2-digit', 'short', 'long', 'narrow'];
const FIELDS: Record<string, string> = {
  y: 'year', M: 'month', L: 'month', d: 'day', h: 'hour', H: 'hour', k: 'hour', K: 'hour', j: 'hour', m: 'minute', s: 'second',
};
const CYCLES: Record<string, string> = { h: 'h12', H: 'h23', k: 'h24', K: 'h11' };

/** Returns the options of `Intl.DateTimeFormat` for a skeleton, such as `yMMMd`. */
export function dateOptions(skeleton: string): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [run] of skeleton.matchAll(/([A-Za-z])\1*/g)) {
    const letter = run[0]!;
    const text = run.length < 4 ? 'short' : TEXT[run.length - 1];
    if (FIELDS[letter]) {
      options[FIELDS[letter]!] = letter === 'y' ? (run.length === 2 ? '2-digit' : 'numeric') : TEXT[run.length - 1];
    }
    if (CYCLES[letter]) {
      options.hourCycle = CYCLES[letter];
    } else if (letter === 'E' || letter === 'e') {
      options.weekday = text;
    } else if (letter === 'G') {
      options.era = text;
    } else if (letter === 'S') {
      options.fractionalSecondDigits = Math.min(3, run.length);
    } else if (/[zvVZXx]/.test(letter)) {
      options.timeZoneName = run.length < 4 ? 'short' : 'long';
    }
  }
  return options;
}
