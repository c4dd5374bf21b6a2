import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useSearchParams } from 'react-router';
import type { LocaleChanges } from '../../api/releases';
import { useCatalog } from '../../api/catalogs';
import { useLocaleNames } from '../../api/localeNames';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  catalog: string;
  locales: readonly LocaleChanges[];
  /** Shows the changes of the selected locale. */
  children: (locale: string) => ReactNode;
}

/** The numbers of changes of each locale, the source first, beside the changes of one of them, which is in the address. */
export function LocaleChangesView({ catalog, locales, children }: Props) {
  const { t } = useLabels();
  const nameOf = useLocaleNames(catalog);
  const sourceLocale = useCatalog(catalog).data?.sourceLocale;
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get('locale');
  const sorted = [...locales].sort((one, other) => Number(other.locale === sourceLocale) - Number(one.locale === sourceLocale));
  const selected = sorted.find(({ locale }) => locale === wanted) ?? sorted[0];
  if (!selected) {
    return null;
  }
  const select = (locale: string) => setParameters((previous) => {
    previous.set('locale', locale);
    return previous;
  }, { replace: true });
  return (
    <div className="release-changes">
      <ListBox aria-label={t('release.select')} className="release-locales" selectionMode="single" disallowEmptySelection
        selectedKeys={[selected.locale]} onSelectionChange={(keys) => keys !== 'all' && [...keys].forEach((key) => select(String(key)))}>
        {sorted.map(({ locale, added, changed, removed }) => (
          <ListBoxItem key={locale} id={locale} textValue={nameOf(locale)} className="release-locale">
            <span className="release-locale-name" dir="auto">{nameOf(locale)}</span>
            <span className="release-locale-counts">
              {added > 0 && <span>{t('release.added', { count: added })}</span>}
              {changed > 0 && <span>{t('release.changed', { count: changed })}</span>}
              {removed > 0 && <span>{t('release.removed', { count: removed })}</span>}
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
      <div key={selected.locale}>{children(selected.locale)}</div>
    </div>
  );
}
