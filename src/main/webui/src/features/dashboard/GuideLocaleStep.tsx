import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Catalog } from '../../api/catalogs';
import { mayIn, type Session } from '../../api/session';
import { Choice } from '../../components/Choice';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { AddLocaleDialog } from './AddLocaleDialog';

interface Props {
  catalog: Catalog;
  session: Session;
  value: string | null;
  onChange: (locale: string) => void;
}

/** The second step: a language of the catalog that the person may translate, or another one. */
export function GuideLocaleStep({ catalog, session, value, onChange }: Props) {
  const { t, locale } = useLabels();
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<string[]>([]);
  const present = catalog.locales.map((it) => it.locale);
  const own = [...new Set([...present, ...added])].filter((it) => it !== catalog.sourceLocale && mayIn(session, catalog.name, 'translate', it));
  const mayAdd = mayIn(session, catalog.name, 'manage');
  const add = (tag: string) => {
    setAdded([...added, tag]);
    onChange(tag);
  };
  return (
    <li className="card guide-step">
      <h2>{t('dashboard.guide.language')}</h2>
      {own.length === 0 && !mayAdd && <p>{t('dashboard.guide.noLanguage')}</p>}
      {own.length > 0 && (
        <Choice label={t('dashboard.language')} placeholder={t('dashboard.guide.choose')} value={value} onChange={onChange}
          options={own.map((it) => ({ id: it, text: localeName(it, locale) }))} />
      )}
      {mayAdd && (
        <>
          <Button className="button" onPress={() => setAdding(true)}>{t('dashboard.addLanguage')}</Button>
          <AddLocaleDialog catalog={catalog.name} present={present} isOpen={isAdding} onClose={() => setAdding(false)} onAdded={add} />
        </>
      )}
    </li>
  );
}
