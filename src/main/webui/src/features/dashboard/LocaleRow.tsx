import { Link } from 'react-router';
import type { LocaleProgress } from '../../api/summary';
import { useLabels } from '../../labels/LabelProvider';
import { relativeTime } from '../../labels/relativeTime';
import { localeName } from '../../locales/localeNames';
import { translateAddress } from '../../locales/translateAddress';
import { ProgressBar } from './ProgressBar';
import { CONCERNS, translatedPart } from './progress';

/** A locale: its bar, what is worth a look, and the last edit. */
export function LocaleRow({ catalog, progress }: { catalog: string; progress: LocaleProgress }) {
  const { t, locale } = useLabels();
  const { locale: tag, untranslated, lastChange } = progress;
  const name = localeName(tag, locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(translatedPart(progress));
  return (
    <li className="locale-row">
      <div className="locale-row-name">
        <Link to={translateAddress(catalog, tag)} dir="auto">{name}</Link>
        <span className="muted" dir="ltr">{tag}</span>
        {progress.source && <span className="badge">{t('dashboard.source')}</span>}
        {progress.required && <span className="badge info">{t('dashboard.required')}</span>}
      </div>
      <ProgressBar catalog={catalog} progress={progress} name={name} />
      <span className="locale-row-percent">{percent}</span>
      <div className="locale-row-concerns">
        {untranslated > 0 && (
          <Link to={translateAddress(catalog, tag, { state: 'untranslated' })}>{t('dashboard.missing', { count: untranslated })}</Link>
        )}
        {CONCERNS.filter((concern) => progress[concern] > 0).map((concern) => (
          <Link key={concern} className={`badge ${TONES[concern]}`} to={translateAddress(catalog, tag, { state: concern })}>
            {t(`dashboard.concern.${concern}`, { count: progress[concern] })}
          </Link>
        ))}
      </div>
      <p className="muted locale-row-edit">
        {lastChange && (
          <time dateTime={lastChange.at} title={new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(lastChange.at))}>
            {t('dashboard.lastEdit', { when: relativeTime(new Date(lastChange.at), new Date(), locale), who: lastChange.by })}
          </time>
        )}
      </p>
    </li>
  );
}

const TONES = { errors: 'danger', warnings: 'warning', stale: 'info', rejected: 'warning' } as const;
