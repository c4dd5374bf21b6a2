import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { EntryKind, ImportCounts, ImportOptions } from '../../api/imports';
import { useLocaleNames } from '../../api/localeNames';
import { EmptyState } from '../../components/EmptyState';
import { Field } from '../../components/Field';
import { Sections } from '../../components/Sections';
import { useLabels } from '../../labels/LabelProvider';
import { EntryTable } from './EntryTable';
import { ImportProgress } from './ImportProgress';
import { KINDS, obstacleOf, storedCount, total } from './plan';
import { KIND_LABELS } from './reasons';

interface Props {
  catalog: string;
  /** Of the dry run. */
  id: string;
  counts: ImportCounts;
  newLocales: readonly string[];
  options: ImportOptions;
  /** The number of messages that were stored so far; `null` unless the import is under way. */
  progress: number | null;
  /** Another option makes another plan. */
  onOptions: (options: ImportOptions) => void;
  onApply: (comment: string) => void;
}

/** Lists the entries of an import plan, problems first, with a button to store it. */
export function ImportPlan({ catalog, id, counts, newLocales, options, progress, onOptions, onApply }: Props) {
  const { t, locale } = useLabels();
  const nameOf = useLocaleNames(catalog);
  const kinds = KINDS.filter((kind) => counts[kind] > 0);
  const [selected, setSelected] = useState<EntryKind | undefined>(kinds[0]);
  const [comment, setComment] = useState('');
  const isPending = progress !== null;
  const obstacle = obstacleOf(counts, options);
  const numbers = new Intl.NumberFormat(locale);
  if (selected === undefined) {
    return <EmptyState title={t('exchange.nothing')}><p>{t('exchange.nothingHint', { same: counts.same })}</p></EmptyState>;
  }
  return (
    <section className="exchange-section">
      <h2>{t('exchange.plan')}</h2>
      {newLocales.length > 0 && (
        <p>{t('exchange.newLocales', { locales: new Intl.ListFormat(locale).format(newLocales.map(nameOf)) })}</p>
      )}
      <div className="card exchange-card">
        {obstacle === 'refused' && (
          <div className="exchange-obstacle">
            <p className="error">{t('exchange.blockedByRefused', { count: counts.refused })}</p>
            <Button className="button small" onPress={() => onOptions({ ...options, skipRefused: true })}>
              {t('exchange.skipRefused')}
            </Button>
          </div>
        )}
        {obstacle === 'conflicts' && (
          <div className="exchange-obstacle">
            <p className="error">{t('exchange.blockedByConflicts', { count: counts.conflicting })}</p>
            <Button className="button small" onPress={() => onOptions({ ...options, overwrite: 'unreviewed' })}>
              {t('exchange.approved.keep')}
            </Button>
            <Button className="button small" onPress={() => onOptions({ ...options, overwrite: 'reviewed' })}>
              {t('exchange.approved.replace')}
            </Button>
          </div>
        )}
        <Field label={t('exchange.comment')} hint={t('exchange.commentHint')} value={comment} onChange={setComment} maxLength={2000}
          isDisabled={isPending} />
        <div className="exchange-actions">
          <Button className="button primary" isDisabled={obstacle !== null || isPending} onPress={() => onApply(comment.trim())}>
            {t('exchange.apply', { count: storedCount(counts, options) })}
          </Button>
          {counts.same > 0 && <span className="muted">{t('exchange.same', { count: counts.same })}</span>}
        </div>
        {isPending && <ImportProgress label={t('exchange.importing')} processed={progress} total={total(counts)} />}
      </div>
      <Sections label={t('exchange.plan')} selected={selected} onSelect={setSelected} sections={kinds.map((kind) => ({
        id: kind,
        text: t(KIND_LABELS[kind]),
        count: numbers.format(counts[kind]),
        content: <EntryTable catalog={catalog} id={id} kind={kind} />,
      }))} />
    </section>
  );
}
