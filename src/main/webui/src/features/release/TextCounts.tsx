import { Link } from 'react-router';
import { useLocaleNames } from '../../api/localeNames';
import { useLabels } from '../../labels/LabelProvider';
import type { LabelKey } from '../../labels/keys';
import { translateLink } from '../../links';
import type { TextCount, WarningKind } from './warnings';

const WARNINGS: Record<WarningKind, LabelKey> = {
  untranslated: 'release.warning.untranslated',
  drafts: 'release.warning.drafts',
  translated: 'release.warning.translated',
  stale: 'release.warning.stale',
  warnings: 'release.warning.warnings',
  errors: 'release.problem.errors',
};

const BLOCKERS: Record<WarningKind, LabelKey> = {
  ...WARNINGS,
  untranslated: 'release.problem.untranslated',
  drafts: 'release.problem.drafts',
  translated: 'release.problem.translated',
};

interface Props {
  catalog: string;
  label: string;
  counts: readonly TextCount[];
  blocking?: boolean;
}

/** Numbers of texts, each with a link to them. */
export function TextCounts({ catalog, label, counts, blocking = false }: Props) {
  const { t } = useLabels();
  const nameOf = useLocaleNames(catalog);
  return (
    <ul className="release-counts" aria-label={label}>
      {counts.map(({ kind, locale, count, state }) => (
        <li key={`${locale} ${kind}`}>
          <span className="badge" dir="auto">{nameOf(locale)}</span>
          <Link to={translateLink(catalog, locale, { state })}>{t((blocking ? BLOCKERS : WARNINGS)[kind], { count })}</Link>
        </li>
      ))}
    </ul>
  );
}
