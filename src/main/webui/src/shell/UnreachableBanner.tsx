import { useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useEffect } from 'react';
import { get } from '../api/client';
import { useReachable } from '../api/reachability';
import { useLabels } from '../labels/LabelProvider';

const RETRY_MILLISECONDS = 3000;

/** Says that the service is unreachable until it answers again. What failed meanwhile is then loaded. */
export function UnreachableBanner() {
  const { t } = useLabels();
  const reachable = useReachable();
  const queries = useQueryClient();
  useEffect(() => {
    if (reachable) {
      void queries.refetchQueries({ predicate: (query) => query.state.status === 'error' });
      return undefined;
    }
    // The client records whether there was a response.
    const timer = window.setInterval(() => void get('/v1/session/status').catch(() => undefined), RETRY_MILLISECONDS);
    return () => window.clearInterval(timer);
  }, [reachable, queries]);
  return (
    <div role="status">
      {!reachable && (
        <p className="unreachable"><CloudOff aria-hidden size={16} />{t('common.unreachableRetrying')}</p>
      )}
    </div>
  );
}
