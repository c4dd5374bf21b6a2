import { useEffect, useState } from 'react';
import { secondsToWait } from '../../api/problems';

/** Returns until when the service refuses further attempts; `null` if it does not, or no longer. */
export function useWait(error: unknown, submittedAt: number): Date | null {
  const seconds = secondsToWait(error);
  const until = seconds === null ? null : submittedAt + seconds * 1000;
  const [ended, setEnded] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) {
      return undefined;
    }
    const timer = window.setTimeout(() => setEnded(until), until - Date.now());
    return () => window.clearTimeout(timer);
  }, [until]);
  return until === null || until === ended ? null : new Date(until);
}
