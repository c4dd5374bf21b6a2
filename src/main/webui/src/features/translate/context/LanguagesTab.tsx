import { useMessageDetails, type MessageText } from '../../../api/messageDetails';
import { EmptyState } from '../../../components/EmptyState';
import { useLabels } from '../../../labels/LabelProvider';
import type { ContextPanelProps } from './ContextPanel';
import { Loaded } from './Loaded';

/** The message in the other languages of the catalog. */
export function LanguagesTab({ catalog, messageKey, locale, sourceLocale }: ContextPanelProps) {
  const { t, locale: language } = useLabels();
  const details = useMessageDetails(catalog, messageKey);
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const nameOf = (text: MessageText) => names.of(text.locale) ?? text.locale;
  return (
    <Loaded query={details}>
      {({ texts }) => {
        const others = (texts ?? []).filter((text) => text.locale !== locale && text.locale !== sourceLocale && text.message !== '');
        return others.length === 0 ? <EmptyState title={t('translate.context.noLanguages')} /> : (
          <ul className="context-list">
            {others.sort((one, other) => nameOf(one).localeCompare(nameOf(other), language)).map((text) => (
              <li key={text.locale} className="context-item">
                <p className="context-item-header">
                  <span className="muted">{nameOf(text)}</span>
                  <span className={text.state === 'approved' ? 'badge success' : 'badge'}>{t(`translate.context.state.${text.state}`)}</span>
                  {text.stale && <span className="badge warning">{t('translate.context.stale')}</span>}
                </p>
                <p className="context-text" dir="auto" lang={text.locale}>{text.message}</p>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
