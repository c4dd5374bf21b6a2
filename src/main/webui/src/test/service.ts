import { vi } from 'vitest';

/** A response: JSON with status 200, or a problem with its status and code. */
type Answer = { json: unknown } | { status: number; code: string; detail?: string; arguments?: object };

/** Answers requests by method and path, such as `GET /v1/session`. The last answer of a list is repeated; other requests fail. */
export function serve(answers: Record<string, Answer | Answer[]>) {
  const fetched = vi.fn<(url: string, init?: RequestInit) => Promise<Response>>((url, init) => {
    const request = `${init?.method ?? 'GET'} ${url.split('?')[0]}`;
    const answer = answers[request];
    const current = Array.isArray(answer) ? (answer.length > 1 ? answer.shift() : answer[0]) : answer;
    if (!current) {
      return Promise.reject(new TypeError(`no answer for ${request}`));
    }
    if ('json' in current) {
      return Promise.resolve(Response.json(current.json));
    }
    const problem = { ...current, type: `/codes/parlance/${current.code}`, title: current.code };
    return Promise.resolve(Response.json(problem, { status: current.status, headers: { 'Content-Type': 'application/problem+json' } }));
  });
  vi.stubGlobal('fetch', fetched);
  return {
    /** The JSON bodies of the requests to a path, in order. */
    sent: (request: string) => fetched.mock.calls.filter(([url, init]) => `${init?.method ?? 'GET'} ${url}` === request)
      .map(([, init]) => JSON.parse(String(init?.body)) as unknown),
  };
}
