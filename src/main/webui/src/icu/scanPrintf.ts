import type { Span } from './pattern';

/** A conversion of a printf text, such as `%2$s`. */
export interface Conversion extends Span {
  /** The position of its argument in the declaration, from 0. */
  argument: number;
  conversion: string;
}

// A percent sign that starts no conversion is text, such as in "100% of": hence no space flag.
const CONVERSION = /%(?:(?<position>[1-9]\d{0,2})\$|(?<same><))?[-#+0,(]*(?:[1-9]\d{0,3})?(?:\.\d{1,3})?(?:hh|h|ll|l|L|q|j|z|t)?(?<conversion>[sSdiuxXoeEfFgGcCbB])|%[%n]/y;

/** Scans a printf text for conversions. */
export function scanPrintf(text: string): Conversion[] {
  const found: Conversion[] = [];
  let next = 0;
  let last = 0;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at)) {
    CONVERSION.lastIndex = at;
    const match = CONVERSION.exec(text);
    if (!match) {
      at++;
      continue;
    }
    const { position, same, conversion } = match.groups ?? {};
    if (conversion !== undefined) {
      last = position !== undefined ? Number(position) - 1 : same !== undefined ? last : next++;
      found.push({ from: at, to: at + match[0].length, argument: last, conversion });
    }
    at += match[0].length;
  }
  return found;
}
