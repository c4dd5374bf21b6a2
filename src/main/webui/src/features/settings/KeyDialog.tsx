import { useState, type FormEvent } from 'react';
import { Button, Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { useCreateKey, type NewApiKey } from '../../api/keys';
import { problemAt } from '../../api/problems';
import { SCOPES } from '../../api/tokens';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { LocaleLimit } from './LocaleLimit';

const DAY = 24 * 60 * 60 * 1000;

const LIFETIMES = ['30', '90', '365', 'unlimited'] as const;

interface Props {
  catalog: string;
  locales: readonly string[];
  onCreated: (key: NewApiKey) => void;
  onClose: () => void;
}

/** Asks for the name, the scopes and the lifetime of a key. */
export function KeyDialog({ catalog, locales, onCreated, onClose }: Props) {
  const { t, locale } = useLabels();
  const create = useCreateKey(catalog);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['read']);
  const [limit, setLimit] = useState<string[]>([]);
  const [lifetime, setLifetime] = useState<(typeof LIFETIMES)[number]>('365');
  const isLimitable = scopes.includes('translate') || scopes.includes('import');
  const nameProblem = problemAt(create.error, '/name');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({
      name: name.trim(),
      scopes: SCOPES.filter((scope) => scopes.includes(scope)),
      locales: isLimitable ? limit : [],
      ...(lifetime === 'unlimited' ? {} : { expiresAt: expiryOf(Number(lifetime)).toISOString() }),
    }, {
      onSuccess: (key) => {
        onCreated(key);
        onClose();
      },
    });
  };
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const lifetimes = LIFETIMES.map((id) => ({
    id,
    text: id === 'unlimited' ? t('settings.unlimited') : t('settings.lifetime', { days: Number(id), date: day.format(expiryOf(Number(id))) }),
  }));
  return (
    <Dialog title={t('settings.createKey')} isOpen onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        <Field label={t('settings.keyName')} hint={t('settings.keyNameHint')} error={nameProblem} value={name} onChange={setName} isRequired
          maxLength={200} autoFocus autoComplete="off" />
        <CheckboxGroup className="field" value={scopes} onChange={setScopes}>
          <Label>{t('settings.scopes')}</Label>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} className="checkbox">
              <span className="checkbox-box" aria-hidden />
              {t(`settings.scope.${scope}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
        {isLimitable && <LocaleLimit locales={locales} value={limit} onChange={setLimit} />}
        <Choice label={t('settings.validity')} options={lifetimes} value={lifetime} onChange={setLifetime} />
        {create.isError && !nameProblem && <ProblemMessage error={create.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={onClose}>{t('common.cancel')}</Button>
          <SubmitButton variant="primary" isPending={create.isPending} isDisabled={scopes.length === 0}>{t('common.create')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}

function expiryOf(days: number): Date {
  return new Date(Date.now() + days * DAY);
}
