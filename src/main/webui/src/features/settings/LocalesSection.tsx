import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Draft } from '../../api/catalogs';
import { useRemoveLocale, useSaveLocale } from '../../api/settings';
import { useAnnounce } from '../../components/Announcements';
import { Check } from '../../components/Check';
import { ProblemMessage } from '../../components/ProblemMessage';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { AddLocale } from './AddLocale';
import { ConfirmDialog } from './ConfirmDialog';
import { focusHeading } from './focusHeading';
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
  const confirm = (locale: string) => remove.mutate({ version: draft.version, change: locale }, {
    onSuccess: () => {
      close();
      focusHeading('locales');
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
                <Check label={t('settings.required', { language: localeName(locale, language) })} checked={shownRequired(locale, required)}
                  onChange={(checked) => save.isPending || setRequired(locale, checked)} disabled={!canChange} />
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
      {canChange && <AddLocale draft={draft} />}
      {asked !== null && (
        <ConfirmDialog title={t('settings.removeLocaleTitle', { language: localeName(asked, language) })} confirm={t('settings.remove')}
          isPending={remove.isPending} error={remove.error} onConfirm={() => confirm(asked)} onClose={close}>
          <p>{t('settings.removeLocaleEffect', { count: texts })}</p>
        </ConfirmDialog>
      )}
    </SettingsSection>
  );

  /** A box shows the new value at once. It is not disabled meanwhile, which would take the focus away. */
  function shownRequired(locale: string, stored: boolean): boolean {
    const saved = save.isPending ? save.variables.change : undefined;
    return saved?.locale === locale ? saved.required : stored;
  }
}
