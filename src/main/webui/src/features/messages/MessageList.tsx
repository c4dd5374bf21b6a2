import { Button } from 'react-aria-components';
import { Link } from 'react-router';
import { useMessages, type MessageFilter } from '../../api/messages';
import { EmptyState } from '../../components/EmptyState';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { BADGES } from './LifecyclePanel';

interface Props {
  catalog: string;
  sourceLocale: string;
  filter: MessageFilter;
  /** Returns the address of a message. */
  address: (key: string) => string;
}

/** The messages that a filter finds, page by page. */
export function MessageList({ catalog, sourceLocale, filter, address }: Props) {
  const { t } = useLabels();
  const pages = useMessages(catalog, sourceLocale, filter);
  if (pages.isPending) {
    return <Skeleton lines={9} />;
  }
  if (pages.isError) {
    return <ProblemMessage error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  const messages = pages.data.pages.flatMap((page) => page.messages);
  if (messages.length === 0) {
    const isFiltered = filter.search !== '' || filter.lifecycle !== '';
    return (
      <EmptyState title={t(isFiltered ? 'messages.noneFound' : 'messages.none')}>
        <p>{t(isFiltered ? 'messages.noneFoundHint' : 'messages.noneHint')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="messages-list" aria-label={t('messages.title')} aria-busy={pages.isPlaceholderData}>
        {messages.map(({ key, code, httpStatus, lifecycle, text }) => (
          <li key={key}>
            <Link to={address(key)}>
              <span className="messages-name">
                <code dir="ltr">{key}</code>
                {code !== key && <code className="muted" dir="ltr">{code}</code>}
              </span>
              <span className="messages-text" dir="auto" lang={text ? sourceLocale : undefined}>{text?.message ?? t('messages.noSourceText')}</span>
              <span className="messages-marks">
                {lifecycle !== 'active' && <span className={BADGES[lifecycle]}>{t(`messages.lifecycle.${lifecycle}`)}</span>}
                <span className="muted">{httpStatus}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button className="button messages-more" isDisabled={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
