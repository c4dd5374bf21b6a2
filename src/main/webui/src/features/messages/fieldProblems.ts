import { ApiError } from '../../api/client';

/** Returns the path of the field that a problem of the service is about, such as `/reason` or `/key`; `null` if it is about none. */
export function problemField(error: unknown): string | null {
  if (!(error instanceof ApiError)) {
    return null;
  }
  switch (error.problem.code) {
    case 'invalid-name':
    case 'resource-exists':
      return '/key';
    case 'already-exists':
      return '/reason';
    case 'unknown-message':
      return '/replacedBy';
    default:
      return pointerOf(error);
  }
}

function pointerOf(error: ApiError): string | null {
  const values = error.problem['arguments'];
  if (typeof values !== 'object' || values === null || !('pointer' in values)) {
    return null;
  }
  return typeof values.pointer === 'string' ? values.pointer : null;
}

/** Returns what the service says about a field or a part of it. */
export function problemIn(error: unknown, field: string): string | undefined {
  const path = problemField(error);
  return error instanceof ApiError && path !== null && (path === field || path.startsWith(field + '/')) ? error.message : undefined;
}
