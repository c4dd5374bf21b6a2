import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useMessageDetails } from '../../../api/messageDetails';
import { useMachineTranslation, useSuggestions, type Suggestion } from '../../../api/suggestions';
import { EmptyState } from '../../../components/EmptyState';
import { ProblemMessage } from '../../../components/ProblemMessage';
import { useLabels } from '../../../labels/LabelProvider';
import type { ContextPanelProps } from './ContextPanel';
import { Difference } from './Difference';
import { Loaded } from './Loaded';
import { useSuggestionKeys } from './useSuggestionKeys';

/** Translations of the same and of similar sources, each used with a press or with Mod+J and its number. */
export function SuggestionsTab({ catalog, messageKey, locale, sourceLocale, onUse }: ContextPanelProps) {
  const { t } = useLabels();
  const [isMachineWanted, setMachineWanted] = useState(false);
  const source = useMessageDetails(catalog, messageKey).data?.texts?.find((text) => text.locale === sourceLocale)?.message ?? '';
  const found = useSuggestions(catalog, messageKey, locale);
  const machine = useMachineTranslation(catalog, messageKey, locale, isMachineWanted);
  const memory = (found.data?.suggestions ?? []).filter(({ kind }) => kind === 'memory');
  const suggestions = [...memory, ...(machine.data?.suggestions ?? [])];
  useSuggestionKeys((digit) => {
    const text = digit === 0 ? source : suggestions[digit - 1]?.message;
    if (text) {
      onUse(text);
    }
  });
  return (
    <>
      {source && locale !== sourceLocale && (
        <article className="context-item">
          <ItemHeader number={0} title={t('translate.context.source')} />
          <p className="context-text" dir="auto" lang={sourceLocale}>{source}</p>
          <Button className="button small" onPress={() => onUse(source)}>{t('translate.context.copySource')}</Button>
        </article>
      )}
      <Loaded query={found}>
        {() => suggestions.length === 0
          ? <EmptyState title={t('translate.context.noSuggestions')}><p>{t('translate.context.noSuggestionsHint')}</p></EmptyState>
          : (
            <ol className="context-list">
              {suggestions.map((suggestion, index) => (
                <SuggestionItem
                  key={`${suggestion.kind} ${suggestion.catalog} ${suggestion.key}`}
                  suggestion={suggestion}
                  number={index + 1}
                  source={source}
                  locale={locale}
                  sourceLocale={sourceLocale}
                  onUse={onUse}
                />
              ))}
            </ol>
          )}
      </Loaded>
      {machine.isError && <ProblemMessage error={machine.error} />}
      {machine.data?.machine && <p className="hint" role="status">{machine.data.machine.title}</p>}
      {!machine.data && (
        <Button className="button small" isPending={machine.isFetching} onPress={() => setMachineWanted(true)}>
          {t(machine.isFetching ? 'translate.context.machineWaiting' : 'translate.context.machine')}
        </Button>
      )}
    </>
  );
}

interface ItemProps extends Pick<ContextPanelProps, 'locale' | 'sourceLocale' | 'onUse'> {
  suggestion: Suggestion;
  number: number;
  source: string;
}

function SuggestionItem({ suggestion, number, source, locale, sourceLocale, onUse }: ItemProps) {
  const { t, locale: language } = useLabels();
  const { kind, catalog, key, message, similarity } = suggestion;
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(similarity ?? 0);
  const title = kind === 'machine' ? t('translate.context.machineTitle') : t('translate.context.memoryTitle', { similarity: share });
  return (
    <li className="context-item">
      <ItemHeader number={number} title={title} />
      <p className="context-text" dir="auto" lang={locale}>{message}</p>
      {suggestion.source && suggestion.source !== source && <Difference before={suggestion.source} after={source} lang={sourceLocale} />}
      <footer>
        {key && <span className="muted context-key" dir="auto">{`${catalog ?? ''} / ${key}`}</span>}
        <Button className="button small" aria-label={t('translate.context.useNumber', { number })} onPress={() => onUse(message)}>
          {t('translate.context.use')}
        </Button>
      </footer>
    </li>
  );
}

const MAX_DIGIT = 9;

function ItemHeader({ number, title }: { number: number; title: string }) {
  return (
    <p className="context-item-header">
      {number <= MAX_DIGIT && <kbd aria-hidden>{number}</kbd>}
      <span className="muted">{title}</span>
    </p>
  );
}
