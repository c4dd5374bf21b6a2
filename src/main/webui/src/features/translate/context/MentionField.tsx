import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useLabels } from '../../../labels/LabelProvider';
import { completeMention, matchingNames, mentionAt, type MentionStart } from './mentions';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
  /** The people who may be mentioned. */
  names: readonly string[];
}

const MAX_LENGTH = 2000;

/** A text field that completes people after an at sign. Mod+Enter submits. */
export function MentionField({ label, value, onChange, onSubmit, names }: Props) {
  const { t } = useLabels();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [mention, setMention] = useState<MentionStart | null>(null);
  const [active, setActive] = useState(0);
  const found = mention ? matchingNames(names, mention.typed) : [];
  const isOpen = found.length > 0;

  const follow = (text: string, cursor: number) => {
    setMention(mentionAt(text, cursor));
    setActive(0);
  };
  const choose = (name: string | undefined) => {
    if (mention && name !== undefined) {
      const completed = completeMention(value, mention, name);
      onChange(completed.text);
      setMention(null);
      window.requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.setSelectionRange(completed.cursor, completed.cursor);
      });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      onSubmit();
    } else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (isOpen && event.key === 'Enter') {
      event.preventDefault();
      choose(found[active]);
    } else if (isOpen && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setMention(null);
    }
  };
  return (
    <div className="field context-mention">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        className="input"
        dir="auto"
        rows={3}
        maxLength={MAX_LENGTH}
        value={value}
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}-names` : undefined}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        onChange={({ target }) => {
          onChange(target.value);
          follow(target.value, target.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setMention(null)}
      />
      {isOpen && (
        <ul id={`${id}-names`} className="menu context-names" role="listbox" aria-label={t('translate.context.people')}>
          {found.map((name, index) => (
            <li
              key={name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className="menu-item"
              data-focused={index === active || undefined}
              dir="auto"
              onPointerDown={(event) => {
                event.preventDefault();
                choose(name);
              }}
            >
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
