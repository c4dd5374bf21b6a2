import { useParams, useSearchParams } from 'react-router';
import { Sections } from '../../components/Sections';
import { useLabels } from '../../labels/LabelProvider';
import { ExportFiles } from './ExportFiles';
import { ImportFiles } from './ImportFiles';
import './exchange.css';

/** Imports files into the draft, and exports the draft to files. */
export function FilesPage() {
  const { t } = useLabels();
  const { catalog = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const view = parameters.get('view') === 'export' ? 'export' : 'import';
  const select = (id: 'import' | 'export') => setParameters(id === 'export' ? { view: id } : {});
  return (
    <div className="page exchange-page">
      <h1>{t('exchange.title')}</h1>
      <Sections label={t('exchange.title')} selected={view} onSelect={select} sections={[
        { id: 'import', text: t('exchange.import'), content: <ImportFiles key={catalog} catalog={catalog} /> },
        { id: 'export', text: t('exchange.export'), content: <ExportFiles key={catalog} catalog={catalog} /> },
      ]} />
    </div>
  );
}
