import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useCatalog } from '../../api/catalogs';
import { useExport } from '../../api/exports';
import { usePermission } from '../../api/permissions';
import { Check } from '../../components/Check';
import { Choice } from '../../components/Choice';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { ExportedFileCard } from './ExportedFileCard';
import { DIALECTS, FORMATS } from './formats';

/** Exports the draft in a format. What the format cannot hold is shown before the file is saved. */
export function ExportFiles({ catalog }: { catalog: string }) {
  const { t } = useLabels();
  const mayRead = usePermission(catalog, 'read-draft');
  const locales = useCatalog(catalog).data?.locales ?? [];
  const written = useExport(catalog);
  const [format, setFormat] = useState('json');
  const [dialect, setDialect] = useState(OF_FORMAT);
  const [selected, setSelected] = useState<readonly string[] | null>(null);
  const all = locales.map(({ locale }) => locale);
  const chosen = selected ?? all;
  const change = (action: () => void) => {
    written.reset();
    action();
  };
  const toggle = (locale: string, isChosen: boolean) =>
    change(() => setSelected(all.filter((it) => (it === locale ? isChosen : chosen.includes(it)))));
  if (mayRead === undefined) {
    return <Skeleton lines={4} />;
  }
  if (!mayRead) {
    return <p className="exchange-notice">{t('exchange.notReader')}</p>;
  }
  const canChooseDialect = chosen.length === 1;
  const isOwnDialect = canChooseDialect && dialect !== OF_FORMAT;
  return (
    <>
      <section className="card exchange-card">
        <p className="muted">{t('exchange.exportHint')}</p>
        <div className="exchange-options">
          <Choice label={t('exchange.format')} value={format} onChange={(it) => change(() => setFormat(it))}
            options={FORMATS.map(({ id, name }) => ({ id, text: name }))} />
          {canChooseDialect && (
            <Choice label={t('exchange.dialect')} value={dialect} onChange={(it) => change(() => setDialect(it))}
              options={[{ id: OF_FORMAT, text: t('exchange.dialectOfFormat') }, ...DIALECTS.map((id) => ({ id, text: id }))]} />
          )}
        </div>
        <fieldset className="exchange-locales">
          <legend>{t('exchange.exportLocales')}</legend>
          <Check label={t('exchange.selectAll')} checked={chosen.length === all.length}
            onChange={(isChosen) => change(() => setSelected(isChosen ? null : []))} />
          {locales.map(({ locale, name }) => (
            <Check key={locale} label={name} checked={chosen.includes(locale)} onChange={(isChosen) => toggle(locale, isChosen)} />
          ))}
        </fieldset>
        {chosen.length === 0 && <p className="muted">{t('exchange.exportNone')}</p>}
        <div className="exchange-actions">
          <Button className="button primary" isDisabled={chosen.length === 0} isPending={written.isPending}
            onPress={() => written.mutate({ format, locales: [...chosen], dialect: isOwnDialect ? dialect : '' })}>
            {t('exchange.prepare')}
          </Button>
          <span role="status" className="muted">{written.isPending && t('exchange.preparing')}</span>
        </div>
      </section>
      {written.isError && <ProblemMessage error={written.error} />}
      {written.data && <ExportedFileCard catalog={catalog} locale={chosen[0] ?? ''} file={written.data} />}
    </>
  );
}

/** No dialect has this name. */
const OF_FORMAT = '*';
