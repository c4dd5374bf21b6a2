import { Link } from 'react-router';
import type { UsageCoverage } from '../../api/usage';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { translateAddress } from '../../locales/translateAddress';

const SHOWN_TEXTS = 3;
const HUNDRED = 100;

/** Shows how much of what readers saw is translated, with links to the texts that raise it most. Nothing if nothing was seen. */
export function SeenTexts({ catalog, usage }: { catalog: string; usage: UsageCoverage }) {
  const { t, locale } = useLabels();
  const seen = usage.locales.filter((it) => typeof it.coverage === 'number');
  if (seen.length === 0) {
    return null;
  }
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <section aria-labelledby="dashboard-seen">
      <h2 id="dashboard-seen">{t('dashboard.seen')}</h2>
      <p className="muted">{t('dashboard.seenHint')}</p>
      <ul className="seen-texts">
        {seen.map((it) => (
          <li key={it.locale}>
            <span dir="auto">{localeName(it.locale, locale)}</span>
            <span className="seen-percent">{percent.format((it.coverage ?? 0) / HUNDRED)}</span>
            {typeof it.needed === 'number' && it.needed > 0 && (
              <span className="muted">{t('dashboard.seenNext', { count: it.needed, target: percent.format(usage.target / HUNDRED) })}</span>
            )}
            {it.texts.slice(0, SHOWN_TEXTS).map(({ key }) => (
              <Link key={key} dir="ltr" to={translateAddress(catalog, it.locale, { key })}>{key}</Link>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
