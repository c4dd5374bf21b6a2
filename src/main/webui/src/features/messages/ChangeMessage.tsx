import { useRef, useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { ApiError } from '../../api/client';
import { useSaveMessage, type DefinedMessage } from '../../api/messages';
import { useAnnounce } from '../../components/Announcements';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { DefinitionFields } from './DefinitionFields';
import { changedFields, conflictingFields, fieldsOf, patchOf, type FieldName, type Fields } from './definition';
import { problemIn, problemField } from './fieldProblems';

interface Props {
  catalog: string;
  message: DefinedMessage;
}

/**
 * The form of a message that exists. It holds only what was changed, over the newest version that is known: what others change
 * meanwhile appears in the fields that were left alone, and the rest is listed before it can be replaced.
 */
export function ChangeMessage({ catalog, message }: Props) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const save = useSaveMessage(catalog);
  const [edits, setEdits] = useState<Partial<Fields>>({});
  const [opened, setOpened] = useState(message);
  const form = useRef<HTMLFormElement>(null);
  const stored = fieldsOf(message);
  const changes = changedFields(edits, stored);
  const isChanged = Object.keys(changes).length > 0;
  if (!isChanged && opened.version !== message.version && !save.isPending) {
    setOpened(message);
  }
  const isOvertaken = opened.version !== message.version;
  const conflicts = isOvertaken ? conflictingFields(changes, fieldsOf(opened), stored) : [];
  const isStale = save.error instanceof ApiError && save.error.problem.code === 'stale-revision';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ key: message.key, version: message.version, patch: patchOf(changes, false) }, {
      onSuccess: (saved) => {
        setEdits({});
        setOpened(saved);
        announce(t('messages.saved', { key: message.key }));
      },
    });
  };
  const reset = () => {
    setEdits({});
    setOpened(message);
    save.reset();
    form.current?.querySelector('input')?.focus();
  };
  const isShownAtField = FIELD_PATHS.some((path) => problemIn(save.error, path) !== undefined);
  return (
    <form className="messages-form" ref={form} onSubmit={submit}>
      {(isOvertaken || isStale) && isChanged && <Overtaken conflicts={conflicts} stored={stored} />}
      <DefinitionFields fields={{ ...stored, ...edits }} onChange={(part) => setEdits({ ...edits, ...part })} error={save.error} />
      {save.isError && !isStale && !(isShownAtField && problemField(save.error)) && <ProblemMessage error={save.error} />}
      <div className="messages-actions">
        <SubmitButton variant="primary" isPending={save.isPending} isDisabled={!isChanged}>{t('common.save')}</SubmitButton>
        {isChanged && <Button className="button quiet" onPress={reset}>{t('messages.discard')}</Button>}
      </div>
    </form>
  );
}

const FIELD_PATHS = ['/code', '/reason', '/httpStatus', '/tags', '/arguments'];

/** Says that somebody else has changed the message, and what saving would replace. */
function Overtaken({ conflicts, stored }: { conflicts: FieldName[]; stored: Fields }) {
  const { t } = useLabels();
  return (
    <div className="messages-overtaken" role="alert">
      <p>{t(conflicts.length === 0 ? 'messages.overtaken' : 'messages.conflict')}</p>
      {conflicts.length > 0 && (
        <dl>
          {conflicts.map((name) => (
            <div key={name}>
              <dt>{t(`messages.${name}`)}</dt>
              <dd dir="auto">{shown(name)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );

  function shown(name: FieldName): string {
    if (name === 'grpcStatus' && stored.grpcStatus === 'derived') {
      return t('messages.grpcStatusDerived');
    }
    return name === 'arguments' ? stored.arguments.map((it) => `{${it.name}}`).join(' ') || '–' : stored[name] || '–';
  }
}
