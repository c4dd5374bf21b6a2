import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemMessage } from '../../../components/ProblemMessage';
import { Skeleton } from '../../../components/Skeleton';

interface Props<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'isError' | 'error' | 'refetch'>;
  children: (data: T) => ReactNode;
}

/** Shows what was loaded, and until then its outline or the problem. */
export function Loaded<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  return query.isError ? <ProblemMessage error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={6} />;
}
