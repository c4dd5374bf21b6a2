import { Link } from 'react-router';
import type { LocaleProgress } from '../../api/summary';
import { useLabels } from '../../labels/LabelProvider';
import { translateAddress } from '../../locales/translateAddress';
import { SEGMENTS } from './progress';

/** A bar of the states of the texts of a locale. Each part opens its texts. */
export function ProgressBar({ catalog, progress, name }: { catalog: string; progress: LocaleProgress; name: string }) {
  const { t } = useLabels();
  return (
    <ul className="progress-bar" aria-label={t('dashboard.progressOf', { language: name })}>
      {SEGMENTS.filter(({ count }) => progress[count] > 0).map(({ state, count }) => {
        const text = t(`dashboard.segment.${state}`, { count: progress[count] });
        return (
          <li key={state} style={{ flexGrow: progress[count] }}>
            <Link className={`progress-segment ${state}`} to={translateAddress(catalog, progress.locale, { state })} title={text}
              aria-label={text} />
          </li>
        );
      })}
    </ul>
  );
}
