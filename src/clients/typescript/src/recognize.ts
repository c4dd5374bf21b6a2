import type { Options, Parlance, Values } from './index.js';
import { limited } from './events.js';
import { readProblem } from './problem.js';

const REMEMBERED = 200;

/**
 * Returns a function that asks the service which message an upstream rendered, and returns the text of that message with its arguments.
 *
 * The answer is cached, so the text follows later releases without another request. Without an answer, the text is that of `problem`.
 */
export function createRecognizer(options: Options, client: Parlance): (body: unknown) => Promise<string> {
  const { url, catalog, apiKey, timeout = 10_000, fetch = globalThis.fetch.bind(globalThis), onError = () => {} } = options;
  const found = new Map<string, Promise<{ key: string; values: Values } | undefined>>();

  async function resolve(text: string, code: string | undefined) {
    const { signal } = new AbortController();
    const body = { text, ...(code === undefined ? {} : { code }), ...(client.current ? { locale: client.current.locale } : {}) };
    return limited(timeout, signal, async limit => {
      const response = await fetch(`${url.replace(/\/$/, '')}/v1/catalogs/${encodeURIComponent(catalog)}/resolve`, {
        method: 'POST', body: JSON.stringify(body), signal: limit,
        headers: { 'Content-Type': 'application/json', ...(apiKey ? { Authorization: `Bearer ${apiKey}` } : {}) },
      });
      if (!response.ok) {
        throw new Error(`${response.status}`);
      }
      const [best] = (await response.json()).candidates;
      return best?.exact ? { key: best.key as string, values: best.arguments as Values } : undefined;
    });
  }

  return async body => {
    const { key, text } = readProblem(body, catalog);
    if (text === undefined) {
      return client.problem(body);
    }
    const id = JSON.stringify([key, text]);
    let message = found.get(id);
    if (!message) {
      if (found.size >= REMEMBERED) {
        found.clear();
      }
      message = resolve(text, key).catch(error => {
        found.delete(id);
        onError(error);
        return undefined;
      });
      found.set(id, message);
    }
    const result = await message;
    return result ? client.text(result.key, result.values, text) : client.problem(body);
  };
}
