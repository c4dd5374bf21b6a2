import { memo } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { useLabels } from '../labels/LabelProvider';
import type { Snippet } from './snippets';

interface Props {
  snippets: readonly Snippet[];
  missing: ReadonlySet<string>;
  onInsert: (snippet: Snippet) => void;
  /** Whether a digit inserts an argument now. */
  isAwaitingDigit: boolean;
}

const MAX_DIGIT = 9;

/** The arguments, to be inserted with a press or by their digits. */
export const ChipRow = memo(function ChipRow({ snippets, missing, onInsert, isAwaitingDigit }: Props) {
  const { t } = useLabels();
  return (
    <Toolbar className="icu-chips" aria-label={t('icu.insertArgument')}>
      {snippets.map((snippet, index) => {
        const isMissing = missing.has(snippet.name);
        return (
          <Button
            key={snippet.name}
            className={isMissing ? 'icu-chip missing' : 'icu-chip'}
            onPress={() => onInsert(snippet)}
          >
            {index < MAX_DIGIT && <kbd aria-hidden className={isAwaitingDigit ? 'awaiting' : undefined}>{index + 1}</kbd>}
            <code dir="ltr">{snippet.text.startsWith('%') ? snippet.text : snippet.name}</code>
            {isMissing && <span className="visually-hidden">{t('icu.missing')}</span>}
          </Button>
        );
      })}
    </Toolbar>
  );
});
