import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'react-router';
import { useImportEntries, type EntryKind, type ImportEntry } from '../../api/imports';
import { useLocaleNames } from '../../api/localeNames';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { translateLink } from '../../links';
import { REASON_LABELS } from './reasons';

/** The number of rows that are added at a time; the service sends more. */
const PAGE = 40;

/** The entries of an import of one kind, each with its place and reason. */
export function EntryTable({ catalog, id, kind }: { catalog: string; id: string; kind: EntryKind }) {
  const { t } = useLabels();
  const entries = useImportEntries(catalog, id, kind);
  const [shown, setShown] = useState(PAGE);
  if (entries.isPending) {
    return <Skeleton lines={4} />;
  }
  if (entries.isError) {
    return <ProblemMessage error={entries.error} onRetry={() => void entries.refetch()} />;
  }
  const loaded = entries.data.pages.flatMap((page) => page.entries);
  const more = () => {
    if (loaded.length < shown + PAGE && entries.hasNextPage) {
      void entries.fetchNextPage();
    }
    setShown(shown + PAGE);
  };
  return (
    <>
      <div className="table-scroll" role="region" aria-label={t('exchange.plan')} tabIndex={0}>
        <table className="table exchange-table">
          <thead>
            <tr>
              <th scope="col">{t('exchange.key')}</th>
              <th scope="col">{t('exchange.locale')}</th>
              <th scope="col">{t('exchange.reason')}</th>
              <th scope="col">{t('exchange.place')}</th>
            </tr>
          </thead>
          <tbody>
            {loaded.slice(0, shown).map((entry, index) => <EntryRow key={index} catalog={catalog} entry={entry} />)}
          </tbody>
        </table>
      </div>
      {(loaded.length > shown || entries.hasNextPage) && (
        <Button className="button" isPending={entries.isFetchingNextPage} onPress={more}>{t('common.more')}</Button>
      )}
    </>
  );
}

/** The kinds of entries whose text is in the catalog. */
const STORED = new Set<EntryKind>(['changed', 'conflicting', 'removed']);

function EntryRow({ catalog, entry }: { catalog: string; entry: ImportEntry }) {
  const { t } = useLabels();
  const nameOf = useLocaleNames(catalog);
  const { file, line, key, fileKey, locale, reason, detail, kind } = entry;
  return (
    <tr>
      <td>
        {locale && STORED.has(kind)
          ? <Link to={translateLink(catalog, locale, { key })}><code dir="auto">{key}</code></Link>
          : <code dir="auto">{key}</code>}
        {fileKey && <span className="exchange-file-key"><code dir="auto">{fileKey}</code></span>}
      </td>
      <td dir="auto">{locale && nameOf(locale)}</td>
      <td>
        {t(REASON_LABELS[reason])}
        {detail && <span className="muted exchange-detail" lang="en" dir="ltr">{detail}</span>}
      </td>
      <td><span className="muted" dir="ltr">{line ? `${file ?? ''}:${line}` : file}</span></td>
    </tr>
  );
}
