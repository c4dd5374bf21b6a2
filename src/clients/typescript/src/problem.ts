import type { Values } from './format.js';

/** The content of an error body: the key or code of a message, its arguments, and the text that the sender wrote. */
export interface ProblemContent {
  key: string | undefined;
  values: Values;
  text: string | undefined;
}

type Body = Record<string, unknown>;

function first(body: Body, names: string[]): unknown {
  return names.map(it => body[it]).find(it => it !== undefined && it !== null && it !== '');
}

/**
 * Reads an error body: a problem document (RFC 9457) or the body of an upstream.
 *
 * The key is the member `key`, the end of a `type` such as `/codes/exchange/-1015`, or the code.
 */
export function readProblem(given: unknown, catalog: string): ProblemContent {
  let body: Body = {};
  if (typeof given === 'string') {
    try {
      const parsed = JSON.parse(given);
      body = parsed && typeof parsed === 'object' ? parsed : {};
    } catch {
      // The body is plain text.
    }
  } else if (given && typeof given === 'object') {
    body = given as Body;
  }
  const text = first(body, ['detail', 'msg', 'message', 'title']) ?? (typeof given === 'string' ? given : undefined);
  const type = new RegExp(`/codes/${catalog}/([^/?#]+)$`).exec(`${body.type}`);
  const key = body.key ?? (type ? type[1] : body.code);
  const values = first(body, ['arguments', 'args']);
  return {
    key: key === undefined ? key : `${key}`,
    values: { ...(values as Values | undefined) },
    text: typeof text === 'string' ? text : undefined,
  };
}
