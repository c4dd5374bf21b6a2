import { useSession } from '../../api/session';
import { KeyboardTable } from '../../components/KeyboardTable';
import { useLabels } from '../../labels/LabelProvider';
import './account.css';
import { LanguageChoice } from './LanguageChoice';
import { PasswordChange } from './PasswordChange';
import { ThemeChoice } from './ThemeChoice';
import { Tokens } from './Tokens';

/** The settings of the person who is signed in. Language and theme are kept in this browser. */
export function AccountPage() {
  const { t } = useLabels();
  const session = useSession();
  if (!session.data) {
    return null;
  }
  const { name } = session.data;
  // The accounts of an OpenID provider have their password there.
  const hasPassword = !name.startsWith('oidc:');
  return (
    <div className="page account">
      <header>
        <h1>{t('account.title')}</h1>
        <p className="muted">{t('account.signedInAs', { name })}</p>
      </header>
      <section aria-labelledby="account-display">
        <h2 id="account-display">{t('account.display')}</h2>
        <div className="account-choices">
          <LanguageChoice />
          <ThemeChoice />
        </div>
      </section>
      <section aria-labelledby="account-tokens">
        <h2 id="account-tokens">{t('account.tokens')}</h2>
        <Tokens />
      </section>
      {hasPassword && (
        <section aria-labelledby="account-password">
          <h2 id="account-password">{t('account.password')}</h2>
          <PasswordChange name={name} />
        </section>
      )}
      <section aria-labelledby="account-keyboard">
        <h2 id="account-keyboard">{t('common.keys.title')}</h2>
        <p className="muted">{t('account.keysHint')}</p>
        <KeyboardTable />
      </section>
    </div>
  );
}
