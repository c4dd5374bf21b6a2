import { PROVIDER_SIGN_IN } from '../../api/session';
import { useLabels } from '../../labels/LabelProvider';
import { rememberPageAfterSignIn } from './pageAfterSignIn';

/** Leaves the editor for the OpenID provider. */
export function ProviderLink({ target }: { target: string }) {
  const { t } = useLabels();
  return (
    <>
      <p className="sign-in-or"><span>{t('signIn.or')}</span></p>
      <a className="button" href={PROVIDER_SIGN_IN} onClick={() => rememberPageAfterSignIn(target)}>{t('signIn.provider')}</a>
    </>
  );
}
