import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useCreateSourceText, useSaveMessage, type DefinedMessage } from '../../api/messages';
import { useAnnounce } from '../../components/Announcements';
import { Field } from '../../components/Field';
import { FocusedHeading } from '../../components/FocusedHeading';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { DefinitionFields } from './DefinitionFields';
import { NEW_FIELDS, changedFields, fieldsOf, patchOf, type Fields } from './definition';
import { problemIn } from './fieldProblems';

/** The keys that the service accepts. */
const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

interface Props {
  catalog: string;
  sourceLocale: string;
  onCreated: (key: string) => void;
  onClose: () => void;
}

/** Creates a message with its source text. If the text is refused, the message exists already, and only the rest is sent again. */
export function CreateMessage({ catalog, sourceLocale, onCreated, onClose }: Props) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const save = useSaveMessage(catalog);
  const saveText = useCreateSourceText(catalog);
  const [key, setKey] = useState('');
  const [text, setText] = useState('');
  const [fields, setFields] = useState<Fields>(NEW_FIELDS);
  const [created, setCreated] = useState<DefinedMessage | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await saveDefinition();
      if (text !== '') {
        await saveText.mutateAsync({ key, locale: sourceLocale, message: text });
      }
    } catch {
      // Shown by the mutation that failed.
      return;
    }
    announce(t('messages.created', { key }));
    onCreated(key);
  };
  const shown = ['/key', '/code', '/reason', '/httpStatus', '/tags', '/arguments'].some((path) => problemIn(save.error, path));
  const textProblem = saveText.error instanceof Error ? saveText.error.message : undefined;
  return (
    <form className="messages-form" onSubmit={(event) => void submit(event)}>
      <FocusedHeading>{t('messages.create')}</FocusedHeading>
      <Field label={t('messages.key')} hint={t('messages.keyHint')} error={problemIn(save.error, '/key')} value={key} onChange={setKey}
        validate={(value) => (value === '' || KEY.test(value) ? null : t('messages.keyCharacters'))} maxLength={128} isRequired isReadOnly={created !== null} autoComplete="off" />
      <DefinitionFields fields={fields} onChange={(part) => setFields({ ...fields, ...part })} error={save.error} />
      <Field label={t('messages.sourceText', { language: localeName(sourceLocale, locale) })} hint={t('messages.sourceTextHint')}
        error={textProblem} value={text} onChange={setText} lang={sourceLocale} maxLength={4000} multiline />
      {save.isError && !shown && <ProblemMessage error={save.error} />}
      <div className="messages-actions">
        <SubmitButton variant="primary" isPending={save.isPending || saveText.isPending}>{t('common.create')}</SubmitButton>
        <Button className="button quiet" onPress={() => (created ? onCreated(created.key) : onClose())}>{t('common.cancel')}</Button>
      </div>
    </form>
  );

  async function saveDefinition(): Promise<void> {
    if (created === null) {
      setCreated(await save.mutateAsync({ key, patch: patchOf(fields, true) }));
      return;
    }
    const changes = changedFields(fields, fieldsOf(created));
    if (Object.keys(changes).length > 0) {
      setCreated(await save.mutateAsync({ key, version: created.version, patch: patchOf(changes, false) }));
    }
  }
}
