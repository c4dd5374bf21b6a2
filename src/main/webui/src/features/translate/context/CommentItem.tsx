import { Button } from 'react-aria-components';
import { useCommentAction, type Comment } from '../../../api/comments';
import { ProblemMessage } from '../../../components/ProblemMessage';
import { useLabels } from '../../../labels/LabelProvider';
import { splitMentions } from './mentions';
import { Moment } from './Moment';

interface Props {
  catalog: string;
  messageKey: string;
  comment: Comment;
  mayDelete: boolean;
}

/** A comment, and what can be done with it. */
export function CommentItem({ catalog, messageKey, comment, mayDelete }: Props) {
  const { t } = useLabels();
  const act = useCommentAction(catalog, messageKey);
  const { id, author, createdAt, status, resolvedBy, locale } = comment;
  const isOpen = status === 'open';
  return (
    <li className={isOpen ? 'context-item' : 'context-item resolved'}>
      <p className="context-item-header">
        <strong dir="auto">{author}</strong>
        <Moment at={createdAt} />
        {!locale && <span className="badge">{t('translate.context.allLanguages')}</span>}
        {!isOpen && <span className="badge success">{resolvedBy ? t('translate.context.resolvedBy', { name: resolvedBy }) : t('translate.context.resolved')}</span>}
      </p>
      <p className="context-text" dir="auto">
        {splitMentions(comment.text, comment.mentions ?? []).map(({ text, isMention }, index) => (
          isMention ? <strong key={index} className="context-mentioned">{text}</strong> : <span key={index}>{text}</span>
        ))}
      </p>
      {act.isError && <ProblemMessage error={act.error} />}
      <footer>
        <Button className="button quiet small" isPending={act.isPending} onPress={() => act.mutate({ action: isOpen ? 'resolve' : 'reopen', id })}>
          {t(isOpen ? 'translate.context.resolve' : 'translate.context.reopen')}
        </Button>
        {mayDelete && (
          <Button className="button quiet small" isPending={act.isPending} onPress={() => act.mutate({ action: 'delete', id })}>{t('common.delete')}</Button>
        )}
      </footer>
    </li>
  );
}
