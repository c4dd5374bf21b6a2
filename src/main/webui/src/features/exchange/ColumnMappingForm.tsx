import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useCatalog } from '../../api/catalogs';
import type { ColumnField, ColumnMapping } from '../../api/imports';
import { Choice } from '../../components/Choice';
import { useLabels } from '../../labels/LabelProvider';
import { Confidence } from './Confidence';
import { FIELD_LABELS } from './reasons';

interface Props {
  catalog: string;
  file: string;
  /** As recognised or kept. */
  mapping: readonly ColumnMapping[];
  onSave: (mapping: ColumnMapping[]) => void;
}

const FIELDS: readonly ColumnField[] = ['key', 'code', 'reason', 'http-status', 'grpc-status', 'message', 'description', 'arguments',
  'tags', 'ignored'];

/** The meaning of the columns of a table, which people may correct. */
export function ColumnMappingForm({ catalog, file, mapping, onSave }: Props) {
  const { t } = useLabels();
  const [columns, setColumns] = useState(mapping);
  const locales = useCatalog(catalog).data?.locales ?? [];
  const change = (index: number, changed: Partial<ColumnMapping>) =>
    setColumns(columns.map((column, at) => (at === index ? { ...column, ...changed, confidence: 1 } : column)));
  return (
    <div className="card exchange-card">
      <h3>{t('exchange.columns', { file })}</h3>
      <ul className="exchange-columns">
        {columns.map(({ column, field, locale, confidence }, index) => (
          <li key={column}>
            <p className="exchange-column-name">
              <code dir="auto">{column}</code>
              {confidence !== undefined && <Confidence value={confidence} />}
            </p>
            <Choice label={t('exchange.field')} value={field} onChange={(it) => change(index, { field: it })}
              options={FIELDS.map((id) => ({ id, text: t(FIELD_LABELS[id]) }))} />
            {(field === 'message' || field === 'description') && (
              <Choice label={t('exchange.locale')} value={locale || OF_FILE}
                onChange={(it) => change(index, { locale: it === OF_FILE ? '' : it })}
                options={[
                  { id: OF_FILE, text: t('exchange.localeOfFile') },
                  ...locales.map((it) => ({ id: it.locale, text: it.name })),
                  ...(locale && !locales.some((it) => it.locale === locale) ? [{ id: locale, text: locale }] : []),
                ]} />
            )}
          </li>
        ))}
      </ul>
      <p className="muted">{t('exchange.columnsHint')}</p>
      <div className="exchange-actions">
        <Button className="button" isDisabled={columns === mapping} onPress={() => onSave([...columns])}>
          {t('exchange.columnsSave')}
        </Button>
      </div>
    </div>
  );
}

/** No locale has this name. */
const OF_FILE = '*';
