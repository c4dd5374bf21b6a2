/** The options of `Intl.NumberFormat` for a style, and what is printed around the number. */
export interface NumberStyle {
  options: Record<string, unknown>;
  prefix: string;
  suffix: string;
  /** The value decides on the plural form, as ICU does for skeletons; otherwise the number as printed does. */
  skeleton: boolean;
}

const ROUNDING: Record<string, string> = {
  'half-up': 'halfExpand', 'half-even': 'halfEven', 'half-down': 'halfTrunc', up: 'expand', down: 'trunc', floor: 'floor', ceiling: 'ceil',
};
const WIDTHS: Record<string, [string, string]> = {
  short: ['symbol', 'short'], 'full-name': ['name', 'long'], narrow: ['narrowSymbol', 'narrow'], 'iso-code': ['code', 'short'],
};
const SIGNS: Record<string, string> = { '+!': 'always', '+_': 'never', '+?': 'exceptZero' };

/** Returns the digits after the decimal point that a style such as `.0##` or `.00+` demands. */
function fraction(digits: string): Record<string, number> {
  const minimum = digits.split('0').length - 1;
  return { minimumFractionDigits: minimum, maximumFractionDigits: /[+*]/.test(digits) ? 20 : digits.length };
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
    Object.assign(options, { maximumFractionDigits: 0, useGrouping: 'always' });
  } else if (name === 'percent') {
    Object.assign(options, { style: 'percent', maximumFractionDigits: 0, useGrouping: 'always' });
  } else if (name === '' || name === 'currency') {
    Object.assign(options, currency ? {} : { maximumFractionDigits: 3 }, { useGrouping: 'always' });
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
  const compact = (display: string) => Object.assign(options, { notation: 'compact', compactDisplay: display });
  let rounded = false;
  result.skeleton = true;
  for (const token of tokens) {
    const [stem = '', option = ''] = token.split('/');
    const last = stem.slice(stem.lastIndexOf('-') + 1);
    if (token[0] === '.') {
      rounded = true;
      Object.assign(options, fraction(token.slice(1)));
    } else if (stem === 'precision-integer') {
      rounded = true;
      options.maximumFractionDigits = 0;
    } else if (stem === 'precision-unlimited') {
      rounded = true;
      options.maximumFractionDigits = 20;
    } else if (stem === 'precision-increment') {
      rounded = true;
      const digits = (option.split('.')[1] ?? '').length;
      Object.assign(options, {
        minimumFractionDigits: digits, maximumFractionDigits: digits, roundingIncrement: Number(option.replace('.', '')),
      });
    } else if (stem.startsWith('rounding-mode-')) {
      options.roundingMode = ROUNDING[stem.slice(14)];
    } else if (stem === 'percent' || stem === '%') {
      Object.assign(options, { style: 'unit', unit: 'percent' });
    } else if (stem === 'permille') {
      result.suffix = '‰';
    } else if (stem === 'currency') {
      rounded = true;
      Object.assign(options, { style: 'currency', currency: option });
    } else if (stem === 'unit') {
      Object.assign(options, { style: 'unit', unit: option });
    } else if (stem.startsWith('unit-width-')) {
      [options.currencyDisplay, options.unitDisplay] = WIDTHS[stem.slice(11)] ?? [];
    } else if (stem === 'compact-short' || stem === 'K') {
      rounded = true;
      compact('short');
    } else if (stem === 'compact-long' || stem === 'KK') {
      rounded = true;
      compact('long');
    } else if (stem === 'scientific' || /^E+0$/.test(stem)) {
      options.notation = stem.startsWith('EE') ? 'engineering' : 'scientific';
    } else if (stem === 'engineering') {
      options.notation = stem;
    } else if (stem === 'sign-accounting') {
      options.currencySign = last;
    } else if (stem.startsWith('sign-')) {
      options.signDisplay = last === 'zero' ? 'exceptZero' : last;
    } else if (SIGNS[stem]) {
      options.signDisplay = SIGNS[stem];
    } else if (/^0+$/.test(stem) || stem === 'integer-width') {
      options.minimumIntegerDigits = (option || stem).split('0').length - 1;
    } else if (stem === 'group-off' || stem === ',_') {
      options.useGrouping = false;
    } else if (stem === 'group-min2' || stem === ',?') {
      options.useGrouping = 'min2';
    } else if (/^(group-(on|thou)|,!)/.test(stem)) {
      options.useGrouping = 'always';
    } else if (stem === 'latin') {
      options.numberingSystem = 'latn';
    }
  }
  if (!rounded) {
    options.maximumFractionDigits = 6;
  }
}

const TEXT = ['numeric', '2-digit', 'short', 'long', 'narrow'];
const FIELDS: Record<string, string> = { y: 'year', M: 'month', L: 'month', d: 'day', h: 'hour', H: 'hour', k: 'hour', K: 'hour', j: 'hour', m: 'minute', s: 'second' };
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
