import { vi } from 'vitest';

export interface FakeRequest {
  method: string;
  /** With the query. */
  url: string;
  headers: Headers;
  body: string;
}

type Answer = unknown | ((request: FakeRequest) => unknown);

/** A response that is not a 200 with JSON. */
export class FakeResponse {
  constructor(readonly status: number, readonly body: unknown, readonly headers: Record<string, string> = {}) {}
}

/**
 * Answers requests by `METHOD /path`; one with a query counts only if that is the query. Returns the list of requests so far.
 */
export function fakeService(answers: Record<string, Answer>): FakeRequest[] {
  const requests: FakeRequest[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const body = init.body instanceof Blob ? await init.body.text() : String(init.body ?? '');
    const request = { method: init.method ?? 'GET', url, headers: new Headers(init.headers), body };
    requests.push(request);
    const path = url.split('?')[0] ?? '';
    const answer = answers[`${request.method} ${url}`] ?? answers[`${request.method} ${path}`]
      ?? new FakeResponse(404, { title: `No answer for ${request.method} ${url}`, status: 404, code: 'not-found' });
    return toResponse(typeof answer === 'function' ? (answer as (request: FakeRequest) => unknown)(request) : answer);
  });
  return requests;
}

function toResponse(answer: unknown): Response {
  const { status, body, headers } = answer instanceof FakeResponse ? answer : new FakeResponse(200, answer);
  const isProblem = status >= 400;
  return new Response(typeof body === 'string' ? body : JSON.stringify(body),
    { status, headers: { 'Content-Type': isProblem ? 'application/problem+json' : 'application/json', ...headers } });
}

export function problem(status: number, code: string, detail: string): FakeResponse {
  return new FakeResponse(status, { type: `/codes/parlance/${code}`, title: code, status, code, detail });
}

/** What pages of a catalog named `shop` read. */
export function shopAnswers(permissions: string[]): Record<string, Answer> {
  return {
    'GET /v1/session/status': { signedIn: true, provider: false, accounts: true, firstAdministrator: false },
    'GET /v1/session': { name: 'ann', kind: 'person', administrator: false, catalogs: [{ catalog: 'shop', permissions, locales: [] }] },
    'GET /v1/catalogs/shop': {
      name: 'shop', title: 'Shop', sourceLocale: 'en', messages: 3, channels: { production: 2 },
      locales: [
        { locale: 'de', name: 'German', nativeName: 'Deutsch', direction: 'ltr', texts: 3, completeness: 1 },
        { locale: 'en', name: 'English', nativeName: 'English', direction: 'ltr', texts: 3, completeness: 1 },
      ],
    },
    'GET /v1/catalogs/shop/draft': { reviewRequired: false, messages: 3, locales: [] },
  };
}
