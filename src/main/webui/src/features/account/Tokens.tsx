import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTokens, type NewToken } from '../../api/tokens';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { NewTokenDialog } from './NewTokenDialog';
import { NewTokenSecret } from './NewTokenSecret';
import { TokenTable } from './TokenTable';

/** The valid personal tokens, and a dialog for another one. */
export function Tokens() {
  const { t } = useLabels();
  const tokens = useTokens();
  const [isCreating, setCreating] = useState(false);
  const [created, setCreated] = useState<NewToken | null>(null);
  const now = new Date().toISOString();
  const valid = tokens.data?.pages.flatMap((page) => page.tokens).filter((it) => !it.revokedAt && it.expiresAt > now)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt)) ?? [];
  return (
    <>
      <p className="muted">{t('account.tokensHint')}</p>
      {created && <NewTokenSecret token={created} onClose={() => setCreated(null)} />}
      {tokens.isPending && <Skeleton lines={3} />}
      {tokens.isError && <ProblemMessage error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data && (valid.length === 0 ? <p>{t('account.noTokens')}</p> : <TokenTable tokens={valid} />)}
      <div className="account-actions">
        {tokens.hasNextPage && <Button className="button" onPress={() => void tokens.fetchNextPage()}>{t('common.more')}</Button>}
        <Button className="button" onPress={() => setCreating(true)}>{t('account.createToken')}</Button>
      </div>
      <NewTokenDialog isOpen={isCreating} onClose={() => setCreating(false)} onCreated={setCreated} />
    </>
  );
}
