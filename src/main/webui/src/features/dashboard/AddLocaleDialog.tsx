import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useAddLocale } from '../../api/catalogs';
import { useAnnounce } from '../../components/Announcements';
import { Dialog } from '../../components/Dialog';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { LocalePicker } from '../../locales/LocalePicker';

interface Props {
  catalog: string;
  /** The locales that the catalog has already. */
  present: readonly string[];
  isOpen: boolean;
  onClose: () => void;
  onAdded?: (locale: string) => void;
}

/** Adds a language to a catalog. */
export function AddLocaleDialog({ catalog, present, isOpen, onClose, onAdded }: Props) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const add = useAddLocale(catalog);
  const [chosen, setChosen] = useState<string | null>(null);
  const close = () => {
    setChosen(null);
    add.reset();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== null) {
      add.mutate(chosen, {
        onSuccess: () => {
          announce(t('dashboard.languageAdded', { language: localeName(chosen, locale) }));
          close();
          onAdded?.(chosen);
        },
      });
    }
  };
  return (
    <Dialog title={t('dashboard.addLanguage')} isOpen={isOpen} onClose={close}>
      <form className="dashboard-form" onSubmit={submit}>
        <LocalePicker label={t('dashboard.language')} hint={t('dashboard.languageHint')} value={chosen} onChange={setChosen} exclude={present}
          isRequired autoFocus />
        {add.isError && <ProblemMessage error={add.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={close}>{t('common.cancel')}</Button>
          <SubmitButton variant="primary" isPending={add.isPending} isDisabled={chosen === null}>{t('dashboard.add')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
