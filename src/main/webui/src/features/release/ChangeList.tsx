import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'react-router';
import { Check } from '../../components/Check';
import { useLabels } from '../../labels/LabelProvider';
import { translateLink } from '../../links';
import type { Change, ChangeKind } from './changes';
import { WordDiff } from './WordDiff';

const PAGE = 50;

interface Props {
  catalog: string;
  locale: string;
  changes: readonly Change[];
  /** The number of further changes that the service does not list. */
  unlisted?: number;
}

/** The changes of a locale, those first that may break apps. */
export function ChangeList({ catalog, locale, changes, unlisted = 0 }: Props) {
  const { t } = useLabels();
  const [breakingOnly, setBreakingOnly] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const filtered = useMemo(() => (breakingOnly ? changes.filter(({ breaking }) => breaking) : changes), [changes, breakingOnly]);
  return (
    <div className="release-change-list">
      <Check label={t('release.breakingOnly')} checked={breakingOnly} onChange={setBreakingOnly} />
      {filtered.length === 0 && unlisted === 0 && <p className="muted">{t(breakingOnly ? 'release.noBreaking' : 'release.noneChanged')}</p>}
      <ul>
        {filtered.slice(0, shown).map((change) => <ChangeRow key={change.key} catalog={catalog} locale={locale} change={change} />)}
      </ul>
      {filtered.length > shown && (
        <Button className="button" onPress={() => setShown(shown + PAGE)}>{t('common.more')}</Button>
      )}
      {unlisted > 0 && filtered.length <= shown && <p className="muted">{t('release.notListed', { count: unlisted })}</p>}
    </div>
  );
}

const BADGES: Record<ChangeKind, string> = { new: 'badge success', changed: 'badge info', removed: 'badge danger' };

function ChangeRow({ catalog, locale, change }: { catalog: string; locale: string; change: Change }) {
  const { t } = useLabels();
  return (
    <li className="release-change">
      <div className="release-change-head">
        {change.kind === 'removed'
          ? <code dir="auto">{change.key}</code>
          : <Link to={translateLink(catalog, locale, { key: change.key })}><code dir="auto">{change.key}</code></Link>}
        <span className={BADGES[change.kind]}>{t(`release.kind.${change.kind}`)}</span>
        {change.addedArguments.map((name) => (
          <span key={name} className="badge warning">{t('release.argumentAdded', { name: `{${name}}` })}</span>
        ))}
        {change.breaking && <span className="badge warning">{t('release.breaking')}</span>}
      </div>
      {change.kind === 'changed'
        ? <WordDiff before={change.before ?? ''} after={change.after ?? ''} locale={locale} />
        : (
          <p className="release-text" lang={locale} dir="auto">
            {change.kind === 'removed' ? <del>{change.before}</del> : change.after}
          </p>
        )}
    </li>
  );
}
