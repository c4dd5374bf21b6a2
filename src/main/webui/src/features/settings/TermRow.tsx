import { Button } from 'react-aria-components';
import type { GlossaryTerm } from '../../api/terms';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';

interface Props {
  term: GlossaryTerm;
  sourceLocale: string;
  canChange: boolean;
  onChange: () => void;
  onRemove: () => void;
}

/** A term with its translations. */
export function TermRow({ term, sourceLocale, canChange, onChange, onRemove }: Props) {
  const { t, locale } = useLabels();
  return (
    <li>
      <div>
        <p className="settings-name" dir="auto" lang={sourceLocale}>{term.term}</p>
        {term.doNotTranslate && <p className="muted">{t('settings.doNotTranslate')}</p>}
        <dl className="settings-translations">
          {Object.entries(term.translations).map(([tag, text]) => (
            <div key={tag}>
              <dt>{localeName(tag, locale)}</dt>
              <dd dir="auto" lang={tag}>{text}</dd>
            </div>
          ))}
        </dl>
        {term.notes && <p className="muted" dir="auto">{term.notes}</p>}
      </div>
      {canChange && (
        <div className="settings-actions">
          <Button className="button small" aria-label={t('settings.changeTermTitle', { term: term.term })} onPress={onChange}>{t('settings.change')}</Button>
          <Button className="button small" aria-label={t('common.remove', { name: term.term })} onPress={onRemove}>{t('settings.remove')}</Button>
        </div>
      )}
    </li>
  );
}
