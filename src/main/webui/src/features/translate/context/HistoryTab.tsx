import { Button } from 'react-aria-components';
import { useMessageDetails } from '../../../api/messageDetails';
import { useRestore, useTextHistory, type TextChange } from '../../../api/textHistory';
import { useAnnounce } from '../../../components/Announcements';
import { EmptyState } from '../../../components/EmptyState';
import { ProblemMessage } from '../../../components/ProblemMessage';
import { useLabels } from '../../../labels/LabelProvider';
import type { ContextPanelProps } from './ContextPanel';
import { Difference } from './Difference';
import { Loaded } from './Loaded';
import { Moment } from './Moment';

/** The changes of the text, newest first. An earlier version is restored as a new one. */
export function HistoryTab({ catalog, messageKey, locale }: ContextPanelProps) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const details = useMessageDetails(catalog, messageKey);
  const history = useTextHistory(catalog, messageKey, locale);
  const restore = useRestore(catalog, messageKey, locale);
  const current = details.data?.texts?.find((text) => text.locale === locale)?.version ?? 0;
  const restoreVersion = (version: number) => {
    restore.mutate({ version, current }, { onSuccess: () => announce(t('translate.context.restored', { version })) });
  };
  return (
    <Loaded query={history}>
      {({ pages }) => {
        const changes = pages.flatMap((page) => page.changes);
        return changes.length === 0 ? <EmptyState title={t('translate.context.noHistory')} /> : (
          <>
            {restore.isError && <ProblemMessage error={restore.error} />}
            <ol className="context-list">
              {changes.map((change) => (
                <ChangeItem
                  key={`${change.revision} ${change.ordinal}`}
                  change={change}
                  locale={locale}
                  onRestore={details.data && !restore.isPending && change.after?.text && change.version !== current ? () => restoreVersion(change.version) : null}
                />
              ))}
            </ol>
            {history.hasNextPage && (
              <Button className="button small" isPending={history.isFetchingNextPage} onPress={() => void history.fetchNextPage()}>{t('common.more')}</Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function ChangeItem({ change, locale, onRestore }: { change: TextChange; locale: string; onRestore: (() => void) | null }) {
  const { t } = useLabels();
  const before = change.before?.text;
  const after = change.after?.text;
  const state = after?.state;
  return (
    <li className="context-item">
      <p className="context-item-header">
        <strong dir="auto">{change.changedBy}</strong>
        <Moment at={change.changedAt} />
        {change.cause !== 'edit' && <span className="badge">{t(`translate.context.cause.${change.cause}`)}</span>}
      </p>
      <Difference before={before?.message ?? ''} after={after?.message ?? ''} lang={locale} />
      {(before?.description || after?.description) && before?.description !== after?.description && (
        <Difference before={before?.description ?? ''} after={after?.description ?? ''} lang={locale} />
      )}
      {state && state !== before?.state && <p><span className="badge">{t(`translate.context.state.${state}`)}</span></p>}
      {change.comment && <p className="muted" dir="auto">{change.comment}</p>}
      {onRestore && (
        <Button className="button small" aria-label={t('translate.context.restoreVersion', { version: change.version })} onPress={onRestore}>
          {t('translate.context.restore')}
        </Button>
      )}
    </li>
  );
}
