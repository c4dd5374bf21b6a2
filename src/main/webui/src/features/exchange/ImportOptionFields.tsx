import { ChevronDown } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useCatalog } from '../../api/catalogs';
import type { ImportOptions } from '../../api/imports';
import { Check } from '../../components/Check';
import { Choice } from '../../components/Choice';
import { useLabels } from '../../labels/LabelProvider';
import { DIALECTS, READABLE_FORMATS } from './formats';

interface Props {
  catalog: string;
  options: ImportOptions;
  isDisabled: boolean;
  /** Each change makes a new plan. */
  onChange: (options: ImportOptions) => void;
}

/** The fields for the options of an import. Format and dialect are detected unless they are chosen. */
export function ImportOptionFields({ catalog, options, isDisabled, onChange }: Props) {
  const { t } = useLabels();
  const locales = useCatalog(catalog).data?.locales ?? [];
  const set = (changed: Partial<ImportOptions>) => onChange({ ...options, ...changed });
  const recognised = { id: RECOGNISED, text: t('exchange.recognise') };
  return (
    <Disclosure className="card exchange-card exchange-disclosure" defaultExpanded={false}>
      <Heading level={2}>
        <Button slot="trigger" className="button quiet">
          <ChevronDown aria-hidden size={16} />
          {t('exchange.options')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="exchange-options">
          <Choice label={t('exchange.locale')} value={options.locale || RECOGNISED} isDisabled={isDisabled}
            onChange={(it) => set({ locale: valueOf(it) })}
            options={[
              { id: RECOGNISED, text: t('exchange.localeOfFile') },
              ...locales.map(({ locale, name }) => ({ id: locale, text: name })),
            ]} />
          <Choice label={t('exchange.format')} value={options.format || RECOGNISED} isDisabled={isDisabled}
            onChange={(it) => set({ format: valueOf(it) })}
            options={[recognised, ...READABLE_FORMATS.map(({ id, name }) => ({ id, text: name }))]} />
          <Choice label={t('exchange.dialect')} value={options.dialect || RECOGNISED} isDisabled={isDisabled}
            onChange={(it) => set({ dialect: valueOf(it) })}
            options={[recognised, ...DIALECTS.map((id) => ({ id, text: id }))]} />
          <Choice label={t('exchange.approved')} value={options.overwrite || 'stop'} isDisabled={isDisabled}
            onChange={(it) => set({ overwrite: it === 'stop' ? '' : it })}
            options={[
              { id: 'stop', text: t('exchange.approved.stop') },
              { id: 'unreviewed', text: t('exchange.approved.keep') },
              { id: 'reviewed', text: t('exchange.approved.replace') },
            ]} />
          <Check label={t('exchange.skipRefused')} hint={t('exchange.skipRefusedHint')} checked={options.skipRefused} disabled={isDisabled}
            onChange={(skipRefused) => set({ skipRefused })} />
          <Check label={t('exchange.addLocales')} hint={t('exchange.addLocalesHint')} checked={options.addLocales} disabled={isDisabled}
            onChange={(addLocales) => set({ addLocales })} />
          <Check label={t('exchange.deleteMissing')} hint={t('exchange.deleteMissingHint')} checked={options.deleteMissing}
            disabled={isDisabled} onChange={(deleteMissing) => set({ deleteMissing })} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** No locale, format or dialect has this name. */
const RECOGNISED = '*';

function valueOf(choice: string): string {
  return choice === RECOGNISED ? '' : choice;
}
