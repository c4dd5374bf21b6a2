import type { Summary } from '../../api/summary';
import { useLabels } from '../../labels/LabelProvider';
import { LocaleRow } from './LocaleRow';
import { SEGMENTS } from './progress';

/** The progress of each locale, with the meaning of the colours above. */
export function LocaleRows({ summary }: { summary: Summary }) {
  const { t } = useLabels();
  return (
    <section className="locale-rows" aria-labelledby="dashboard-locales">
      <header className="page-header">
        <h2 id="dashboard-locales">{t('dashboard.progress')}</h2>
        <ul className="progress-legend">
          {SEGMENTS.map(({ state }) => <li key={state}><span className={`swatch ${state}`} aria-hidden />{t(`dashboard.state.${state}`)}</li>)}
        </ul>
      </header>
      <ul>
        {summary.locales.map((it) => <LocaleRow key={it.locale} catalog={summary.catalog} progress={it} />)}
      </ul>
    </section>
  );
}
