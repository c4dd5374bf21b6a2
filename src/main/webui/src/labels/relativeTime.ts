const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 60 * 60], ['month', 30 * 24 * 60 * 60], ['week', 7 * 24 * 60 * 60], ['day', 24 * 60 * 60], ['hour', 60 * 60], ['minute', 60],
];

/** Returns how long ago something was, in the largest unit that fits. */
export function relativeTime(time: Date, now: Date, locale: string): string {
  const seconds = (time.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, it]) => Math.abs(seconds) >= it) ?? ['second', 1];
  // A clock that is slightly wrong does not put the past into the future.
  return unit === 'second' ? format.format(0, 'second') : format.format(Math.trunc(seconds / size), unit);
}
