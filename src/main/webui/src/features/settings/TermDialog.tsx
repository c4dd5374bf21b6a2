import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { problemAt, problemOf } from '../../api/problems';
import { useSaveTerm, type GlossaryTerm } from '../../api/terms';
import { useAnnounce } from '../../components/Announcements';
import { Check } from '../../components/Check';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';

interface Props {
  catalog: string;
  /** The locales of the catalog but its source locale. */
  locales: readonly string[];
  /** The term to change; `null` to add one. */
  edited: GlossaryTerm | null;
  onClose: () => void;
}

/** Adds a term with its translations, or changes them. Empty translations are not part of the term. */
export function TermDialog({ catalog, locales, edited, onClose }: Props) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const save = useSaveTerm(catalog);
  const [term, setTerm] = useState(edited?.term ?? '');
  const [translations, setTranslations] = useState<Record<string, string>>(edited?.translations ?? {});
  const [doNotTranslate, setDoNotTranslate] = useState(edited?.doNotTranslate ?? false);
  const [notes, setNotes] = useState(edited?.notes ?? '');
  const offered = [...new Set([...locales, ...Object.keys(translations)])];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const filled = Object.entries(translations).filter(([, text]) => text.trim() !== '');
    save.mutate({
      term: term.trim(), translations: doNotTranslate ? {} : Object.fromEntries(filled), doNotTranslate, notes, version: edited?.version,
    }, {
      onSuccess: () => {
        announce(t('settings.termSaved', { term: term.trim() }));
        onClose();
      },
    });
  };
  const termProblem = problemOf(save.error, 'resource-exists', 'invalid-name') ?? problemAt(save.error, '/term');
  const isShown = termProblem !== undefined || offered.some((it) => problemAt(save.error, `/translations/${it}`));
  return (
    <Dialog title={edited ? t('settings.changeTermTitle', { term: edited.term }) : t('settings.addTerm')} isOpen onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        {!edited && (
          <Field label={t('settings.term')} hint={t('settings.termHint')} error={termProblem} value={term} onChange={setTerm} isRequired
            maxLength={200} autoFocus autoComplete="off" />
        )}
        <Check label={t('settings.doNotTranslate')} hint={t('settings.doNotTranslateHint')} checked={doNotTranslate} onChange={setDoNotTranslate} />
        {!doNotTranslate && offered.map((it) => (
          <Field key={it} label={localeName(it, locale)} lang={it} error={problemAt(save.error, `/translations/${it}`)}
            value={translations[it] ?? ''} onChange={(text) => setTranslations({ ...translations, [it]: text })} autoComplete="off" />
        ))}
        <Field label={t('settings.notes')} hint={t('settings.notesHint')} value={notes} onChange={setNotes} maxLength={2000} multiline />
        {save.isError && (edited !== null || !isShown) && <ProblemMessage error={save.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={onClose}>{t('common.cancel')}</Button>
          <SubmitButton variant="primary" isPending={save.isPending}>{t(edited ? 'common.save' : 'settings.add')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
