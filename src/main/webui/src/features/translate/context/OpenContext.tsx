import { useDraftText } from '../../../api/draftTexts';
import { useEdits, useWorkspace } from '../workspace';
import { ContextPanel } from './ContextPanel';

interface Props {
  messageKey: string;
  onUse: (text: string) => void;
}

/** The context panel of the open message, with what the person typed. */
export function OpenContext({ messageKey, onUse }: Props) {
  const { catalog, locale, sourceLocale, permissions } = useWorkspace();
  const edit = useEdits().get(messageKey);
  const stored = useDraftText({ catalog, key: messageKey, locale });
  return (
    <ContextPanel
      catalog={catalog}
      messageKey={messageKey}
      locale={locale}
      sourceLocale={sourceLocale}
      value={edit?.message ?? stored.data?.message ?? ''}
      isEditable={permissions.translate}
      onUse={onUse}
    />
  );
}
