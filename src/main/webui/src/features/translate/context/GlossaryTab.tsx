import { useGlossary, type Term } from '../../../api/glossary';
import { useMessageDetails } from '../../../api/messageDetails';
import { EmptyState } from '../../../components/EmptyState';
import { useLabels } from '../../../labels/LabelProvider';
import type { ContextPanelProps } from './ContextPanel';
import { Loaded } from './Loaded';
import { markTerms } from './terms';

/** The terms of the glossary in the source, and how they are translated. */
export function GlossaryTab({ catalog, messageKey, locale, sourceLocale }: ContextPanelProps) {
  const { t } = useLabels();
  const details = useMessageDetails(catalog, messageKey);
  const glossary = useGlossary(catalog);
  return (
    <Loaded query={details}>
      {({ texts }) => (
        <Loaded query={glossary}>
          {(terms) => {
            const source = texts?.find((text) => text.locale === sourceLocale)?.message ?? '';
            const pieces = markTerms(source, terms, sourceLocale);
            const found = [...new Set(pieces.flatMap(({ term }) => (term ? [term] : [])))];
            return found.length === 0 ? <EmptyState title={t('translate.context.noTerms')} /> : (
              <>
                <p className="context-text" dir="auto" lang={sourceLocale}>
                  {pieces.map(({ text, term }, index) => (term ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))}
                </p>
                <dl className="context-list">
                  {found.map((term) => <TermItem key={term.term} term={term} locale={locale} sourceLocale={sourceLocale} />)}
                </dl>
              </>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function TermItem({ term, locale, sourceLocale }: { term: Term; locale: string; sourceLocale: string }) {
  const { t } = useLabels();
  const translation = term.doNotTranslate ? term.term : term.translations[locale];
  return (
    <div className="context-item">
      <dt dir="auto" lang={sourceLocale}>{term.term}</dt>
      <dd>
        {translation === undefined
          ? <span className="muted">{t('translate.context.noTranslation')}</span>
          : <strong dir="auto" lang={locale}>{translation}</strong>}
        {term.doNotTranslate && <span className="badge info">{t('translate.context.doNotTranslate')}</span>}
        {term.notes && <p className="muted" dir="auto">{term.notes}</p>}
      </dd>
    </div>
  );
}
