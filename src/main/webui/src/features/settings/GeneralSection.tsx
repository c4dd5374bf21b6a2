import { useState, type FormEvent } from 'react';
import type { Draft } from '../../api/catalogs';
import { problemAt } from '../../api/problems';
import { useReleases } from '../../api/releases';
import { useSaveSettings, type CatalogSettings } from '../../api/settings';
import { useAnnounce } from '../../components/Announcements';
import { Check } from '../../components/Check';
import { Choice } from '../../components/Choice';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { SettingsSection } from './SettingsSection';

/** The most that the service accepts. */
const MAX_ORIGINS = 50;

interface Props {
  draft: Draft;
  canChange: boolean;
}

/** The title, the source locale and the rules of review. */
export function GeneralSection({ draft, canChange }: Props) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const save = useSaveSettings(draft.catalog);
  const releases = useReleases(draft.catalog);
  const [edits, setEdits] = useState<Partial<CatalogSettings>>({});
  const [origins, setOrigins] = useState((draft.corsOrigins ?? []).join(' '));
  const settings: CatalogSettings = { ...draft, ...edits };
  const change = onlyChanged(edits, draft);
  const isReleased = releases.data?.pages[0]?.releases.length !== 0;
  const titleProblem = problemAt(save.error, '/title');
  const originsProblem = originsProblemOf(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ version: draft.version, change }, {
      onSuccess: () => {
        setEdits({});
        announce(t('settings.saved'));
      },
    });
  };
  return (
    <SettingsSection id="general" title={t('settings.general')} readOnly={canChange ? undefined : t('settings.managersOnly')}>
      <form className="settings-form" onSubmit={submit}>
        <Field label={t('settings.catalogTitle')} error={titleProblem} value={settings.title}
          onChange={(title) => setEdits({ ...edits, title })} maxLength={200} isRequired isReadOnly={!canChange} autoComplete="off" />
        {isReleased || !canChange ? (
          <div className="field">
            <p className="settings-name">{t('settings.sourceLocale')}</p>
            <p dir="auto">{localeName(draft.sourceLocale, locale)}</p>
            <p className="hint">{t(isReleased ? 'settings.sourceLocaleFixed' : 'settings.sourceLocaleHint')}</p>
          </div>
        ) : (
          <Choice label={t('settings.sourceLocale')} value={settings.sourceLocale}
            options={draft.locales.map((it) => ({ id: it.locale, text: localeName(it.locale, locale) }))}
            onChange={(sourceLocale) => setEdits({ ...edits, sourceLocale })} />
        )}
        <Check label={t('settings.reviewRequired')} hint={t('settings.reviewRequiredHint')} checked={settings.reviewRequired}
          onChange={(reviewRequired) => setEdits({ ...edits, reviewRequired })} disabled={!canChange} />
        <Check label={t('settings.twoPersonRule')} hint={t('settings.twoPersonRuleHint')} checked={settings.twoPersonRule}
          onChange={(twoPersonRule) => setEdits({ ...edits, twoPersonRule })} disabled={!canChange} />
        <Field label={t('settings.webOrigins')} hint={t('settings.webOriginsHint')} error={originsProblem} isReadOnly={!canChange}
          value={origins} onChange={(text) => {
            setOrigins(text);
            setEdits({ ...edits, corsOrigins: parseOrigins(text) });
          }} autoComplete="off" spellCheck="false" />
        {save.isError && !titleProblem && !originsProblem && <ProblemMessage error={save.error} />}
        {canChange && (
          <SubmitButton variant="primary" isPending={save.isPending} isDisabled={Object.keys(change).length === 0}>
            {t('common.save')}
          </SubmitButton>
        )}
      </form>
    </SettingsSection>
  );
}

function onlyChanged(edits: Partial<CatalogSettings>, draft: Draft): Partial<CatalogSettings> {
  return Object.fromEntries(Object.entries(edits).filter(([name, value]) => !isEqual(draft[name as keyof CatalogSettings], value)));
}

/** Compares lists by their items. The service omits settings that have the default. */
function isEqual(saved: unknown, edited: unknown): boolean {
  return JSON.stringify(saved ?? null) === JSON.stringify(edited ?? null);
}

function parseOrigins(text: string): string[] | null {
  const origins = text.split(/\s+/).filter((it) => it !== '');
  return origins.length === 0 ? null : origins;
}

/** Returns the reason why the service rejects the list or one of its items. */
function originsProblemOf(error: unknown): string | undefined {
  return problemAt(error, '/corsOrigins') ?? Array.from({ length: MAX_ORIGINS }, (_, i) => problemAt(error, `/corsOrigins/${i}`))
    .find((it) => it !== undefined);
}
