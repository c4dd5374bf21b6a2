import { useLabels } from '../../../labels/LabelProvider';
import { useWorkspace } from '../workspace';
import type { OpenText } from './useOpenText';

/** A text that the person may read but not change, and why. */
export function ReadOnlyText({ open }: { open: OpenText }) {
  const { t, locale: language } = useLabels();
  const { locale, permissions } = useWorkspace();
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const list = new Intl.ListFormat(language).format(permissions.locales.map((it) => names.of(it) ?? it));
  const reason = permissions.locales.length > 0 && !permissions.locales.includes(locale)
    ? t('translate.readOnlyLocale', { languages: list })
    : t('translate.readOnlyRole');
  return (
    <section className="translate-form" aria-label={names.of(locale)}>
      <h3 className="translate-label">{names.of(locale)}</h3>
      {open.text
        ? <p className="translate-source-text" dir="auto" lang={locale}>{open.text.message}</p>
        : <p className="muted">{t('translate.noText')}</p>}
      {open.text?.description && <p className="muted translate-source-text" dir="auto" lang={locale}>{open.text.description}</p>}
      <p className="translate-note">{reason}</p>
    </section>
  );
}
