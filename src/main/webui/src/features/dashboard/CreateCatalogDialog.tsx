import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useCreateCatalog } from '../../api/catalogs';
import { problemAt, problemOf } from '../../api/problems';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { LocaleList } from '../../locales/LocaleList';
import { LocalePicker } from '../../locales/LocalePicker';
import { catalogNameFor } from './catalogName';

interface Props {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (name: string) => void;
}

/** Asks for the title, the name and the languages of a catalog. The name follows the title until it is edited. */
export function CreateCatalogDialog({ isOpen, onClose, onCreated }: Props) {
  const { t } = useLabels();
  return (
    <Dialog title={t('dashboard.newCatalog')} isOpen={isOpen} onClose={onClose}>
      <CreateCatalogForm onClose={onClose} onCreated={onCreated} />
    </Dialog>
  );
}

function CreateCatalogForm({ onClose, onCreated }: Omit<Props, 'isOpen'>) {
  const { t } = useLabels();
  const create = useCreateCatalog();
  const [title, setTitle] = useState('');
  const [ownName, setOwnName] = useState<string | null>(null);
  const [sourceLocale, setSourceLocale] = useState('en');
  const [locales, setLocales] = useState<string[]>([]);
  const [additions, setAdditions] = useState(0);
  const name = ownName ?? catalogNameFor(title);
  const problems = {
    title: problemAt(create.error, '/title'),
    name: problemAt(create.error, '/name') ?? problemOf(create.error, 'already-exists', 'invalid-name'),
    sourceLocale: problemAt(create.error, '/sourceLocale'),
  };
  const addLocale = (locale: string) => {
    setLocales([...locales, locale]);
    setAdditions(additions + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const targets = locales.filter((it) => it !== sourceLocale);
    create.mutate({ name, title, sourceLocale, locales: targets }, {
      onSuccess: () => {
        onClose();
        onCreated(name);
      },
    });
  };
  return (
    <form className="dashboard-form" onSubmit={submit}>
      <Field label={t('dashboard.catalogTitle')} error={problems.title} value={title} onChange={setTitle} isRequired maxLength={200} autoFocus
        autoComplete="off" />
      <Field label={t('dashboard.catalogName')} hint={t('dashboard.catalogNameHint')} error={problems.name} value={name} onChange={setOwnName}
        isRequired maxLength={128} autoComplete="off" />
      <LocalePicker label={t('dashboard.sourceLanguage')} hint={t('dashboard.sourceLanguageHint')} error={problems.sourceLocale}
        value={sourceLocale} onChange={setSourceLocale} isRequired />
      {/* A new picker for each language: it is empty, and its list is closed. */}
      <LocalePicker key={additions} label={t('dashboard.targetLanguages')} value={null} exclude={[sourceLocale, ...locales]}
        onChange={addLocale} autoFocus={additions > 0} />
      {locales.length > 0 && (
        <LocaleList label={t('dashboard.targetLanguages')} locales={locales} onRemove={(it) => setLocales(locales.filter((other) => other !== it))} />
      )}
      <p className="muted">{t('dashboard.createdPrivate')}</p>
      {create.isError && Object.values(problems).every((it) => it === undefined) && <ProblemMessage error={create.error} />}
      <div className="dialog-actions">
        <Button className="button" onPress={onClose}>{t('common.cancel')}</Button>
        <SubmitButton variant="primary" isPending={create.isPending}>{t('common.create')}</SubmitButton>
      </div>
    </form>
  );
}
