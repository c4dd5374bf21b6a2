import { useLabels } from '../../../labels/LabelProvider';

/** A moment in the language and the time zone of the reader. */
export function Moment({ at }: { at: string }) {
  const { locale } = useLabels();
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  return <time className="muted" dateTime={at}>{text}</time>;
}
