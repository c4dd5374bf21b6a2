import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useCommentAction, useComments, useMentionableNames, type Comment } from '../../../api/comments';
import { useSession, type Session } from '../../../api/session';
import { useAnnounce } from '../../../components/Announcements';
import { EmptyState } from '../../../components/EmptyState';
import { ProblemMessage } from '../../../components/ProblemMessage';
import { useLabels } from '../../../labels/LabelProvider';
import type { ContextPanelProps } from './ContextPanel';
import { CommentItem } from './CommentItem';
import { Loaded } from './Loaded';
import { MentionField } from './MentionField';

/** Lists comments on the text and on its message. */
export function CommentsTab({ catalog, messageKey, locale }: ContextPanelProps) {
  const { t } = useLabels();
  const session = useSession().data ?? null;
  const comments = useComments(catalog, messageKey, locale);
  return (
    <Loaded query={comments}>
      {({ pages }) => {
        const listed = pages.flatMap((page) => page.comments);
        return (
          <>
            {listed.length === 0 && <EmptyState title={t('translate.context.noComments')}><p>{t('translate.context.noCommentsHint')}</p></EmptyState>}
            <ol className="context-list">
              {listed.map((comment) => (
                <CommentItem key={comment.id} catalog={catalog} messageKey={messageKey} comment={comment} mayDelete={mayDelete(session, catalog, comment)} />
              ))}
            </ol>
            {comments.hasNextPage && (
              <Button className="button small" isPending={comments.isFetchingNextPage} onPress={() => void comments.fetchNextPage()}>{t('common.more')}</Button>
            )}
            <NewComment catalog={catalog} messageKey={messageKey} locale={locale} authors={listed.map(({ author }) => author)} />
          </>
        );
      }}
    </Loaded>
  );
}

function mayDelete(session: Session | null, catalog: string, comment: Comment): boolean {
  const permissions = session?.catalogs.find((it) => it.catalog === catalog)?.permissions ?? [];
  return session !== null && (session.name === comment.author || session.administrator || permissions.includes('manage'));
}

interface NewProps {
  catalog: string;
  messageKey: string;
  locale: string;
  authors: readonly string[];
}

function NewComment({ catalog, messageKey, locale, authors }: NewProps) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const people = useMentionableNames(catalog);
  const act = useCommentAction(catalog, messageKey);
  const names = [...new Set([...(people.data ?? []), ...authors])].sort();
  const write = () => {
    if (text.trim() !== '' && !act.isPending) {
      act.mutate({ action: 'write', text: text.trim(), locale }, {
        onSuccess: () => {
          setText('');
          announce(t('translate.context.commentSaved'));
        },
      });
    }
  };
  return (
    <form className="context-new" onSubmit={(event) => { event.preventDefault(); write(); }}>
      <MentionField label={t('translate.context.newComment')} value={text} onChange={setText} onSubmit={write} names={names} />
      {act.isError && <ProblemMessage error={act.error} />}
      <Button type="submit" className="button primary small" isPending={act.isPending} isDisabled={text.trim() === ''}>
        {t('translate.context.comment')}
      </Button>
    </form>
  );
}
