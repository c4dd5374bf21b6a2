import { ApiError } from './client';

/** Returns what the service says about a member of the body, such as `/name`. */
export function problemAt(error: unknown, pointer: string): string | undefined {
  return error instanceof ApiError && argument(error, 'pointer') === pointer ? error.message : undefined;
}

/** Returns what the service says, if it is one of these problems. */
export function problemOf(error: unknown, ...codes: string[]): string | undefined {
  return error instanceof ApiError && codes.includes(error.problem.code) ? error.message : undefined;
}

/** Returns after how many seconds a refused request may be repeated; `null` if at any time. */
export function secondsToWait(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.problem.code !== 'too-many-attempts') {
    return null;
  }
  const seconds = Number(argument(error, 'seconds'));
  return Number.isFinite(seconds) ? seconds : null;
}

function argument(error: ApiError, name: string): unknown {
  const values = error.problem['arguments'];
  return typeof values === 'object' && values !== null ? (values as Record<string, unknown>)[name] : undefined;
}
