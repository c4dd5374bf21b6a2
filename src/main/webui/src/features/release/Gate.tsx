import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { useLocaleNames } from '../../api/localeNames';
import type { ReleaseCut, ReleaseFinding } from '../../api/releases';
import { useLabels } from '../../labels/LabelProvider';
import { translateLink } from '../../links';
import { isBreaking } from './changes';

/** The verdict on the next release, with what blocks it. Changes that may break apps can be accepted when publishing. */
export function Gate({ catalog, cut, sourceLocale }: { catalog: string; cut: ReleaseCut; sourceLocale: string }) {
  const { t } = useLabels();
  const blockers = cut.findings.filter((finding) => !isBreaking(finding));
  const breaking = cut.findings.filter(isBreaking);
  const blockerCount = blockers.length > 0 ? cut.findingCount - breaking.length : 0;
  return (
    <div className="release-gate">
      {blockers.length > 0
        ? <p className="release-verdict danger"><CircleAlert aria-hidden />{t('release.blocked', { count: blockerCount })}</p>
        : breaking.length > 0
          ? <p className="release-verdict warning"><TriangleAlert aria-hidden />{t('release.breakingFound', { count: breaking.length })}</p>
          : <p className="release-verdict success"><CircleCheck aria-hidden />{t('release.ready')}</p>}
      {blockers.length > 0 && (
        <ul className="release-findings" aria-label={t('release.blockers')}>
          {blockers.map((finding, index) => (
            <FindingRow key={index} catalog={catalog} finding={finding} sourceLocale={sourceLocale} />
          ))}
        </ul>
      )}
      {blockers.length > 0 && breaking.length > 0 && (
        <p className="release-verdict warning"><TriangleAlert aria-hidden />{t('release.breakingFound', { count: breaking.length })}</p>
      )}
      {breaking.length > 0 && (
        <p className="release-keys">{breaking.slice(0, KEYS).map(({ key }) => <code key={key} dir="auto">{key}</code>)}</p>
      )}
      {cut.findings.length < cut.findingCount && (
        <p className="muted">{t('release.blockersShown', { shown: cut.findings.length, count: cut.findingCount })}</p>
      )}
    </div>
  );
}

/** The number of keys that are listed. The changes below mark all of them. */
const KEYS = 20;

/** The filter of the translate page that shows the texts of a finding. Other findings are about single texts. */
const FILTERS: Record<string, string> = {
  'release-incomplete': 'untranslated',
  'texts-in-draft': 'draft',
  'texts-not-approved': 'translated',
  'text-has-errors': 'errors',
};

function FindingRow({ catalog, finding, sourceLocale }: { catalog: string; finding: ReleaseFinding; sourceLocale: string }) {
  const { t } = useLabels();
  const nameOf = useLocaleNames(catalog);
  const locale = finding.locale ?? sourceLocale;
  const state = FILTERS[finding.code];
  const keys = finding.keys ?? (finding.key ? [finding.key] : []);
  return (
    <li>
      <p className="release-finding-title">
        {finding.title}
        {finding.locale && <span className="badge" dir="auto">{nameOf(finding.locale)}</span>}
        {state && finding.count !== undefined && (
          <Link to={translateLink(catalog, locale, { state })}>{t('release.showTexts', { count: finding.count })}</Link>
        )}
      </p>
      <p dir="auto">{finding.detail}</p>
      {keys.length > 0 && (
        <p className="release-keys">
          {keys.map((key) => (
            <Link key={key} to={translateLink(catalog, locale, { ...(state ? { state } : {}), key })}
              aria-label={t('release.open', { key, locale: nameOf(locale) })}>
              <code dir="auto">{key}</code>
            </Link>
          ))}
        </p>
      )}
    </li>
  );
}
