import { CircleUser } from 'lucide-react';
import type { DraftText } from '../../../api/draftTexts';
import type { MessageDetails } from '../../../api/messageDetails';
import { useLabels } from '../../../labels/LabelProvider';
import { StateMark } from '../list/StateMark';
import { useWorkspace } from '../workspace';

interface Props {
  message: MessageDetails;
  text: DraftText | null;
  /** Whether the search shows the message. */
  isListed: boolean;
}

/** Which message it is, its state, and who else works on it. */
export function MessageHeader({ message, text, isListed }: Props) {
  const { t } = useLabels();
  const { others } = useWorkspace();
  const { key, code, reason, httpStatus, lifecycle, tags, lengthLimit } = message;
  const here = others.filter((it) => it.key === key);
  const state = text?.state ?? 'untranslated';
  return (
    <header className="translate-message">
      <div className="translate-message-line">
        <h2 dir="auto">{code}</h2>
        <StateMark state={state} />
        <span className="muted">{t('translate.state', { state })}</span>
        {text?.stale && <span className="badge warning">{t('translate.mark.stale')}</span>}
        {text?.rejected && <span className="badge danger">{t('translate.mark.rejected')}</span>}
        {here.map(({ person }) => (
          <span key={person} className="badge info translate-person"><CircleUser aria-hidden size={14} />{t('translate.personHere', { name: person })}</span>
        ))}
      </div>
      <p className="translate-message-facts muted">
        {key !== code && <code dir="ltr">{key}</code>}
        {reason && <code dir="ltr">{reason}</code>}
        {httpStatus != null && <span>{t('translate.httpStatus', { status: String(httpStatus) })}</span>}
        {lifecycle !== 'active' && <span className="badge">{t('translate.lifecycle', { lifecycle })}</span>}
        {lengthLimit != null && <span>{t('translate.lengthLimit', { count: lengthLimit })}</span>}
        {(tags ?? []).map((tag) => <span key={tag} className="badge" dir="auto">{tag}</span>)}
      </p>
      {!isListed && <p className="translate-note">{t('translate.notListed')}</p>}
    </header>
  );
}
