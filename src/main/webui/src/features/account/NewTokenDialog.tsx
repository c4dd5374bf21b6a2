import { useState, type FormEvent } from 'react';
import { Button, Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { problemAt } from '../../api/problems';
import { SCOPES, useCreateToken, type NewToken, type Scope } from '../../api/tokens';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';

const DAY = 24 * 60 * 60 * 1000;

/** The choices for the lifetime of a token. The service allows up to 366 days. */
const LIFETIMES = ['7', '30', '90', '365'] as const;

interface Props {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (token: NewToken) => void;
}

/** Asks for the name, the scopes and the lifetime of a personal token. */
export function NewTokenDialog({ isOpen, onClose, onCreated }: Props) {
  const { t, locale } = useLabels();
  const create = useCreateToken();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['translate']);
  const [days, setDays] = useState<(typeof LIFETIMES)[number]>('90');
  const nameProblem = problemAt(create.error, '/name');
  const close = () => {
    setName('');
    create.reset();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = new Date(Date.now() + Number(days) * DAY).toISOString();
    create.mutate({ name, scopes: scopes.filter(isScope), expiresAt }, {
      onSuccess: (token) => {
        onCreated(token);
        close();
      },
    });
  };
  const expiry = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const lifetimes = LIFETIMES.map((id) => ({
    id,
    text: t('account.lifetime', { days: Number(id), date: expiry.format(new Date(Date.now() + Number(id) * DAY)) }),
  }));
  return (
    <Dialog title={t('account.createToken')} isOpen={isOpen} onClose={close}>
      <form className="account-form" onSubmit={submit}>
        <Field label={t('account.tokenName')} hint={t('account.tokenNameHint')} error={nameProblem} value={name} onChange={setName}
          isRequired maxLength={200} autoFocus autoComplete="off" />
        <CheckboxGroup className="field" value={scopes} onChange={setScopes}>
          <Label>{t('account.scopes')}</Label>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} className="checkbox">
              <span className="checkbox-box" aria-hidden />
              {t(`account.scope.${scope}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <Choice label={t('account.validity')} options={lifetimes} value={days} onChange={setDays} />
        {create.isError && !nameProblem && <ProblemMessage error={create.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={close}>{t('common.cancel')}</Button>
          <SubmitButton variant="primary" isPending={create.isPending} isDisabled={scopes.length === 0}>
            {t('common.create')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}

function isScope(value: string): value is Scope {
  return SCOPES.some((scope) => scope === value);
}
