import { asOperator } from './browser';

/** A message to be created, with its source text in English. */
interface NewMessage {
  key: string;
  reason: string;
  message: string;
  description?: string;
  arguments?: { name: string; type: 'string' | 'number'; example: string }[];
}

/** Creates a catalog with an English source, and its messages. */
export async function createCatalog(name: string, title: string, locales: string[], messages: NewMessage[]): Promise<void> {
  await asOperator('POST', '/v1/catalogs', { name, title, sourceLocale: 'en', locales });
  for (const { key, reason, message, description, arguments: args = [] } of messages) {
    const url = `/v1/catalogs/${name}/messages/${key}`;
    await asOperator('PUT', url, { reason, httpStatus: 400, arguments: args }, { 'If-None-Match': '*' });
    await asOperator('PUT', `${url}/texts/en`, { message, description, state: 'translated' }, { 'If-None-Match': '*' });
  }
}

/** Releases the draft of a catalog to the channel that apps read. */
export async function publish(catalog: string): Promise<void> {
  const created = await (await asOperator('POST', `/v1/catalogs/${catalog}/releases`, {})).json() as { release: { release: number } };
  await asOperator('PUT', `/v1/catalogs/${catalog}/channels/production`, { release: created.release.release }, { 'If-None-Match': '*' });
}
