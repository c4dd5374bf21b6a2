import type { DefinedMessage } from '../../api/messages';
import { useLabels } from '../../labels/LabelProvider';

/** The definition of a message for people who may not change it. */
export function MessageFacts({ message }: { message: DefinedMessage }) {
  const { t } = useLabels();
  const facts = [
    [t('messages.code'), message.code],
    [t('messages.reason'), message.reason],
    [t('messages.httpStatus'), String(message.httpStatus)],
    [t('messages.grpcStatus'), message.grpcStatus ?? ''],
    [t('messages.tags'), message.tags.join(', ')],
    [t('messages.arguments'), message.arguments.map(({ name, type }) => `{${name}} ${t(`messages.type.${type}`)}`).join(', ')],
  ] as const;
  return (
    <dl className="messages-facts">
      {facts.filter(([, value]) => value !== '').map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
