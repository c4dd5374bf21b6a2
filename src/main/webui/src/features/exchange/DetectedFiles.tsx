import { ChevronDown } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ColumnMapping, ImportedFile } from '../../api/imports';
import { useLocaleNames } from '../../api/localeNames';
import { useLabels } from '../../labels/LabelProvider';
import { ColumnMappingForm } from './ColumnMappingForm';
import { Confidence } from './Confidence';
import { formatName } from './formats';
import { ISSUE_LABELS } from './reasons';

interface Props {
  catalog: string;
  files: readonly ImportedFile[];
  onMapping: (mapping: ColumnMapping[]) => void;
}

/** Shows the detected format and dialect of each file, with their confidence. */
export function DetectedFiles({ catalog, files, onMapping }: Props) {
  const { t } = useLabels();
  return (
    <section className="exchange-section">
      <h2>{t('exchange.detected')}</h2>
      <ul className="exchange-files">
        {files.map((file) => <FileRow key={file.file} catalog={catalog} file={file} />)}
      </ul>
      {files.map(({ file, mapping }) => mapping && mapping.length > 0 && (
        <ColumnMappingForm key={`${file} ${JSON.stringify(mapping)}`} catalog={catalog} file={file} mapping={mapping} onSave={onMapping} />
      ))}
    </section>
  );
}

function FileRow({ catalog, file }: { catalog: string; file: ImportedFile }) {
  const { t } = useLabels();
  const nameOf = useLocaleNames(catalog);
  return (
    <li className="exchange-file">
      <p className="exchange-file-name"><strong dir="auto">{file.file}</strong></p>
      {file.format === undefined || file.format === null ? <p className="muted">{t('exchange.formatUnknown')}</p> : (
        <dl className="exchange-facts">
          <div><dt>{t('exchange.format')}</dt><dd>{formatName(file.format)} <Confidence value={file.formatConfidence} /></dd></div>
          {file.dialect && (
            <div><dt>{t('exchange.dialect')}</dt><dd><code>{file.dialect}</code> <Confidence value={file.dialectConfidence} /></dd></div>
          )}
          {file.locale && <div><dt>{t('exchange.locale')}</dt><dd dir="auto">{nameOf(file.locale)}</dd></div>}
          <div><dt>{t('exchange.size')}</dt><dd>{t('exchange.entries', { count: file.entries })}</dd></div>
        </dl>
      )}
      {file.issueCount > 0 && (
        <Disclosure className="exchange-disclosure">
          <Heading level={3}>
            <Button slot="trigger" className="button quiet small">
              <ChevronDown aria-hidden size={16} />
              {t('exchange.issues', { count: file.issueCount })}
            </Button>
          </Heading>
          <DisclosurePanel>
            <ul className="exchange-issues">
              {file.issues.map(({ reason, line, key }, index) => (
                <li key={index}>
                  {line ? <span className="muted">{t('exchange.issue', { line })}</span> : null}
                  <span>{t(ISSUE_LABELS[reason])}</span>
                  {key && <code dir="auto">{key}</code>}
                </li>
              ))}
            </ul>
            {file.issueCount > file.issues.length && (
              <p className="muted">{t('exchange.issuesMore', { count: file.issueCount - file.issues.length })}</p>
            )}
          </DisclosurePanel>
        </Disclosure>
      )}
    </li>
  );
}
