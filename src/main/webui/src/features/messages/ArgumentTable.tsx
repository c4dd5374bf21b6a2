import { Plus, Trash2 } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import { ARGUMENT_TYPES, type Argument, type ArgumentType } from '../../api/messages';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  value: readonly Argument[];
  onChange: (value: Argument[]) => void;
  /** The reason why the service rejected an argument. */
  error: string | undefined;
  /** The path of the refused value, such as `/arguments/0/name`. */
  errorPath: string | null;
}

const MOST_ARGUMENTS = 32;

/** The arguments of a message, a row each. */
export function ArgumentTable({ value, onChange, error, errorPath }: Props) {
  const { t } = useLabels();
  const errorId = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const change = (index: number, part: Partial<Argument>) => onChange(value.map((it, at) => (at === index ? { ...it, ...part } : it)));
  const remove = (index: number) => {
    onChange(value.filter((_, at) => at !== index));
    // The button that had the focus is gone.
    group.current?.focus();
  };
  return (
    <fieldset className="messages-arguments" ref={group} tabIndex={-1}>
      <legend>{t('messages.arguments')}</legend>
      <p className="hint">{t('messages.argumentsHint')}</p>
      {value.length > 0 && (
        <ul>
          {value.map((argument, index) => (
            <li key={index}>
              <label className="field">
                {t('messages.argumentName')}
                <input className="input" dir="ltr" value={argument.name} required spellCheck={false} autoComplete="off"
                  {...invalid(index, 'name')}
                  onChange={(event) => change(index, { name: event.target.value })} />
              </label>
              <label className="field">
                {t('messages.argumentType')}
                <select className="input" value={argument.type} {...invalid(index, 'type')}
                  onChange={(event) => change(index, { type: event.target.value as ArgumentType })}>
                  {ARGUMENT_TYPES.map((type) => <option key={type} value={type}>{t(`messages.type.${type}`)}</option>)}
                </select>
              </label>
              <label className="field">
                {t('messages.argumentExample')}
                <input className="input" dir="auto" value={argument.example ?? ''} autoComplete="off" {...invalid(index, 'example')}
                  onChange={(event) => change(index, { example: event.target.value })} />
              </label>
              <Button className="button quiet" aria-label={t('messages.removeArgument', { name: argument.name || String(index + 1) })}
                onPress={() => remove(index)}>
                <Trash2 aria-hidden size={16} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error && <p className="error" role="alert" id={errorId}>{error}</p>}
      <Button className="button small" isDisabled={value.length >= MOST_ARGUMENTS}
        onPress={() => onChange([...value, { name: '', type: 'string', example: '' }])}>
        <Plus aria-hidden size={16} />
        {t('messages.addArgument')}
      </Button>
    </fieldset>
  );

  function invalid(index: number, part: keyof Argument): { 'aria-invalid'?: true; 'aria-describedby'?: string; 'data-invalid'?: true } {
    return errorPath === `/arguments/${index}/${part}` ? { 'aria-invalid': true, 'aria-describedby': errorId, 'data-invalid': true } : {};
  }
}
