import { useLabels } from '../labels/LabelProvider';

/** Formats a time of the service in the language of the editor and the time zone of the browser. */
export function formatTime(value: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));
}

export function Time({ value }: { value: string }) {
  const { locale } = useLabels();
  return <time dateTime={value}>{formatTime(value, locale)}</time>;
}
