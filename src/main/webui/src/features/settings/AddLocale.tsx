import { useState, type FormEvent } from 'react';
import { problemOf } from '../../api/problems';
import type { Draft } from '../../api/catalogs';
import { useSaveLocale } from '../../api/settings';
import { useAnnounce } from '../../components/Announcements';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { LocalePicker } from '../../locales/LocalePicker';
import { localeName } from '../../locales/localeNames';

/** Adds a locale by its name. */
export function AddLocale({ draft }: { draft: Draft }) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const save = useSaveLocale(draft.catalog);
  const [chosen, setChosen] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === null) {
      return;
    }
    save.mutate({ version: draft.version, change: { locale: chosen, required: false } }, {
      onSuccess: () => {
        setChosen(null);
        announce(t('settings.localeAdded', { language: localeName(chosen, locale) }));
      },
    });
  };
  const problem = problemOf(save.error, 'unknown-language', 'invalid-locale');
  return (
    <form className="settings-form" onSubmit={submit}>
      <LocalePicker label={t('settings.addLocale')} hint={t('settings.addLocaleHint')} error={problem} value={chosen} onChange={setChosen}
        exclude={draft.locales.map((it) => it.locale)} />
      {save.isError && !problem && <ProblemMessage error={save.error} />}
      <SubmitButton isPending={save.isPending} isDisabled={chosen === null}>{t('settings.add')}</SubmitButton>
    </form>
  );
}
