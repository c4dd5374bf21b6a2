import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Catalog } from '../../api/catalogs';
import { Choice } from '../../components/Choice';
import { useLabels } from '../../labels/LabelProvider';
import { CreateCatalogDialog } from './CreateCatalogDialog';

interface Props {
  catalogs: readonly Catalog[];
  value: string | null;
  onChange: (catalog: string) => void;
  mayCreate: boolean;
}

/** The first step: a catalog that the person may translate, or a new one. */
export function GuideCatalogStep({ catalogs, value, onChange, mayCreate }: Props) {
  const { t } = useLabels();
  const [isCreating, setCreating] = useState(false);
  return (
    <li className="card guide-step">
      <h2>{t('dashboard.guide.catalog')}</h2>
      {catalogs.length === 0 && !mayCreate && <p>{t('dashboard.guide.noCatalog')}</p>}
      {catalogs.length > 0 && (
        <Choice label={t('dashboard.guide.existing')} placeholder={t('dashboard.guide.choose')} value={value} onChange={onChange}
          options={catalogs.map(({ name, title }) => ({ id: name, text: title }))} />
      )}
      {mayCreate && (
        <>
          <Button className="button" onPress={() => setCreating(true)}>{t('dashboard.newCatalog')}</Button>
          <CreateCatalogDialog isOpen={isCreating} onClose={() => setCreating(false)} onCreated={onChange} />
        </>
      )}
    </li>
  );
}
