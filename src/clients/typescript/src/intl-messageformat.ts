import { IntlMessageFormat } from 'intl-messageformat';
import type { Formatter } from './index.js';

const formats = new Map<string, IntlMessageFormat>();

/** Formats texts with `intl-messageformat`, which throws for a missing argument and does not isolate right-to-left strings. */
export const intlMessageFormat: Formatter = (pattern, locale, values, timeZone) => {
  const id = `${locale}|${timeZone}|${pattern}`;
  let format = formats.get(id);
  if (!format) {
    const types = timeZone ? IntlMessageFormat.formats : undefined;
    const zoned = types && Object.fromEntries((['date', 'time'] as const).map(type =>
      [type, Object.fromEntries(Object.entries(types[type]).map(([name, style]) => [name, { ...style, timeZone }]))]));
    format = new IntlMessageFormat(pattern, locale, zoned, { ignoreTag: true });
    formats.set(id, format);
  }
  return String(format.format(values as Record<string, string>));
};
