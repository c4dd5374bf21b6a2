import { Link } from 'react-router';
import type { Summary } from '../../api/summary';
import { ButtonLink } from '../../components/ButtonLink';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { translateAddress } from '../../locales/translateAddress';
import { blockersOf } from './progress';

/** Lists the blockers of the next release, with links to the texts. */
export function NextRelease({ summary, reviewRequired }: { summary: Summary; reviewRequired: boolean }) {
  const { t, locale } = useLabels();
  const { latest, unchanged } = summary.release;
  const blocked = summary.locales.map((it) => ({ tag: it.locale, blockers: blockersOf(it, reviewRequired) }))
    .filter(({ blockers }) => blockers.length > 0);
  return (
    <section aria-labelledby="dashboard-release">
      <h2 id="dashboard-release">{t('dashboard.nextRelease')}</h2>
      {unchanged && latest ? <p>{t('dashboard.unchanged', { release: latest })}</p>
        : blocked.length === 0 && <p>{t('dashboard.nothingBlocks')}</p>}
      {!unchanged && blocked.length > 0 && (
        <>
          <p>{t('dashboard.blocked')}</p>
          <ul className="blockers">
            {blocked.map(({ tag, blockers }) => (
              <li key={tag}>
                <span dir="auto">{localeName(tag, locale)}</span>
                {blockers.map(({ state, count }) => (
                  <Link key={state} to={translateAddress(summary.catalog, tag, { state })}>{t(`dashboard.blocker.${state}`, { count })}</Link>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p><ButtonLink to={`/catalogs/${encodeURIComponent(summary.catalog)}/releases`}>{t('dashboard.toReleases')}</ButtonLink></p>
    </section>
  );
}
