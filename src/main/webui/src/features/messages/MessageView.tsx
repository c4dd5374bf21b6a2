import { Link } from 'react-router';
import { useMessage } from '../../api/messages';
import { FocusedHeading } from '../../components/FocusedHeading';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { translateAddress } from '../../locales/translateAddress';
import { ChangeMessage } from './ChangeMessage';
import { LifecyclePanel } from './LifecyclePanel';
import { MessageFacts } from './MessageFacts';

interface Props {
  catalog: string;
  messageKey: string;
  sourceLocale: string;
  canChange: boolean;
}

/** One message: its source text, its definition and its lifecycle. */
export function MessageView({ catalog, messageKey, sourceLocale, canChange }: Props) {
  const { t, locale } = useLabels();
  const loaded = useMessage(catalog, messageKey);
  if (loaded.isPending) {
    return <Skeleton lines={8} />;
  }
  if (loaded.isError) {
    return <ProblemMessage error={loaded.error} onRetry={() => void loaded.refetch()} />;
  }
  const message = loaded.data;
  const source = message.texts?.find((text) => text.locale === sourceLocale)?.message;
  const language = localeName(sourceLocale, locale);
  return (
    <div className="messages-view">
      <FocusedHeading><span dir="ltr">{message.key}</span></FocusedHeading>
      <section className="messages-source" aria-labelledby="source-text">
        <h3 id="source-text">{t('messages.sourceText', { language })}</h3>
        {source === undefined ? <p className="muted">{t('messages.noSourceText')}</p> : <p lang={sourceLocale} dir="auto">{source}</p>}
        <Link to={translateAddress(catalog, sourceLocale, { key: message.key })}>{t('messages.editText')}</Link>
      </section>
      {canChange ? <ChangeMessage catalog={catalog} message={message} /> : (
        <>
          <p className="muted">{t('messages.readOnly')}</p>
          <MessageFacts message={message} />
        </>
      )}
      <LifecyclePanel catalog={catalog} message={message} canChange={canChange} />
    </div>
  );
}
