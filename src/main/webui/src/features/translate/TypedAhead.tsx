import type { RefObject } from 'react';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  onTyped: (text: string) => void;
}

/** Has the focus while the next message is loading, so that what is typed meanwhile is neither lost nor taken for a shortcut. */
export function TypedAhead({ field, onTyped }: Props) {
  const { t } = useLabels();
  return (
    <textarea
      ref={field}
      className="visually-hidden translate-typed-ahead"
      data-area="editor"
      tabIndex={-1}
      aria-label={t('common.loading')}
      onBlur={({ currentTarget, relatedTarget }) => {
        const text = currentTarget.value;
        currentTarget.value = '';
        if (text && relatedTarget instanceof Element && relatedTarget.closest('.icu-editor')) {
          // The editor sets its selection when it has the focus.
          queueMicrotask(() => onTyped(text));
        }
      }}
    />
  );
}
