import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Draft } from '../../api/catalogs';
import { useRemoveLocale, useSaveLocale } from '../../api/settings';
import { useAnnounce } from '../../components/Announcements';
import { Check } from '../../components/Check';
import { ProblemMessage } from '../../components/ProblemMessage';
import { useLabels } from '../../labels/LabelProvider';
import { LocalePicker } from '../../locales/LocalePicker';
import { localeName } from '../../locales/localeNames';
import { ConfirmDialog } from './ConfirmDialog';
import { SettingsSection } from './SettingsSection';

interface Props {
  draft: Draft;
  canChange: boolean;
}

/** The locales of a catalog, and which of them a release requires. */
export function LocalesSection({ draft, canChange }: Props) {
  const { t, locale: language } = useLabels();
  const announce = useAnnounce();
  const save = useSaveLocale(draft.catalog);
  const remove = useRemoveLocale(draft.catalog);
  const [asked, setAsked] = useState<string | null>(null);
  const close = () => {
    setAsked(null);
    remove.reset();
  };
  const setRequired = (locale: string, required: boolean) => save.mutate({ version: draft.version, change: { locale, required } }, {
    onSuccess: () => announce(t('settings.saved')),
  });
  const add = (locale: string) => save.mutate({ version: draft.version, change: { locale, required: false } }, {
    onSuccess: () => announce(t('settings.localeAdded', { language: localeName(locale, language) })),
  });
  const confirm = (locale: string) => remove.mutate({ version: draft.version, change: locale }, {
    onSuccess: () => {
      close();
      announce(t('settings.localeRemoved', { language: localeName(locale, language) }));
    },
  });
  const texts = asked === null ? 0 : draft.messages - (draft.locales.find((it) => it.locale === asked)?.untranslated ?? 0);
  return (
    <SettingsSection id="locales" title={t('settings.locales')} about={t('settings.localesAbout')}
      readOnly={canChange ? undefined : t('settings.managersOnly')}>
      <ul className="settings-list">
        {draft.locales.map(({ locale, required }) => (
          <li key={locale}>
            <div>
              <p className="settings-name" dir="auto">{localeName(locale, language)}</p>
              <p className="muted"><span dir="ltr">{locale}</span></p>
            </div>
            {locale === draft.sourceLocale ? <span className="muted">{t('settings.isSource')}</span> : (
              <>
                <Check label={t('settings.required', { language: localeName(locale, language) })} checked={required}
                  onChange={(checked) => setRequired(locale, checked)} disabled={!canChange || save.isPending} />
                {canChange && (
                  <Button className="button small" aria-label={t('common.remove', { name: localeName(locale, language) })}
                    onPress={() => setAsked(locale)}>{t('settings.remove')}</Button>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {save.isError && <ProblemMessage error={save.error} />}
      {canChange && (
        <div className="settings-form">
          <LocalePicker label={t('settings.addLocale')} hint={t('settings.addLocaleHint')} value={null} onChange={add}
            exclude={draft.locales.map((it) => it.locale)} />
        </div>
      )}
      {asked !== null && (
        <ConfirmDialog title={t('settings.removeLocaleTitle', { language: localeName(asked, language) })} confirm={t('settings.remove')}
          isPending={remove.isPending} error={remove.error} onConfirm={() => confirm(asked)} onClose={close}>
          <p>{t('settings.removeLocaleEffect', { count: texts })}</p>
        </ConfirmDialog>
      )}
    </SettingsSection>
  );
}
