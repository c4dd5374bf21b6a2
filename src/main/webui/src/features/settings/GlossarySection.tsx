import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Draft } from '../../api/catalogs';
import { useRemoveTerm, useTerms, type GlossaryTerm } from '../../api/terms';
import { useAnnounce } from '../../components/Announcements';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { ConfirmDialog } from './ConfirmDialog';
import { SettingsSection } from './SettingsSection';
import { TermDialog } from './TermDialog';
import { TermRow } from './TermRow';
import { termsMatching } from './termSearch';

interface Props {
  draft: Draft;
  canChange: boolean;
}

const SHOWN_AT_FIRST = 50;

/** The words that texts translate in one way only. */
export function GlossarySection({ draft, canChange }: Props) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const terms = useTerms(draft.catalog);
  const remove = useRemoveTerm(draft.catalog);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const [edited, setEdited] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<GlossaryTerm | null>(null);
  const changed = terms.data?.find(({ term }) => term === edited);
  const found = termsMatching(terms.data ?? [], search);
  const locales = draft.locales.map((it) => it.locale).filter((it) => it !== draft.sourceLocale);
  const close = () => {
    setAsked(null);
    remove.reset();
  };
  const confirm = (term: GlossaryTerm) => remove.mutate(term, {
    onSuccess: () => {
      close();
      announce(t('settings.termRemoved', { term: term.term }));
    },
  });
  return (
    <SettingsSection id="glossary" title={t('settings.glossary')} about={t('settings.glossaryAbout')}
      readOnly={canChange ? undefined : t('settings.managersOnly')}>
      {terms.isPending && <Skeleton lines={3} />}
      {terms.isError && <ProblemMessage error={terms.error} onRetry={() => void terms.refetch()} />}
      {terms.data?.length === 0 && <p className="muted">{t('settings.noTerms')}</p>}
      {terms.data && terms.data.length > 10 && (
        <div className="settings-form"><Field label={t('settings.findTerm')} type="search" value={search} onChange={setSearch} autoComplete="off" /></div>
      )}
      {found.length > 0 && (
        <ul className="settings-list" aria-label={t('settings.glossary')}>
          {found.slice(0, shown).map((term) => (
            <TermRow key={term.term} term={term} sourceLocale={draft.sourceLocale} canChange={canChange} onChange={() => setEdited(term.term)}
              onRemove={() => setAsked(term)} />
          ))}
        </ul>
      )}
      <div className="settings-actions">
        {found.length > shown && <Button className="button" onPress={() => setShown(shown + SHOWN_AT_FIRST)}>{t('common.more')}</Button>}
        {canChange && <Button className="button" onPress={() => setAdding(true)}>{t('settings.addTerm')}</Button>}
      </div>
      {isAdding && <TermDialog catalog={draft.catalog} locales={locales} edited={null} onClose={() => setAdding(false)} />}
      {changed && <TermDialog catalog={draft.catalog} locales={locales} edited={changed} onClose={() => setEdited(null)} />}
      {asked && (
        <ConfirmDialog title={t('settings.removeTermTitle', { term: asked.term })} confirm={t('settings.remove')} isPending={remove.isPending}
          error={remove.error} onConfirm={() => confirm(asked)} onClose={close}>
          <p>{t('settings.removeTermEffect')}</p>
        </ConfirmDialog>
      )}
    </SettingsSection>
  );
}
