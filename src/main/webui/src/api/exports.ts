import { useMutation } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get, getFile } from './client';

export interface ExportRequest {
  format: string;
  locales: string[];
  /** Empty for that of the format. */
  dialect: string;
}

export type LossReason = 'number-style' | 'number-rules' | 'plural-form' | 'plural-rules' | 'selection' | 'date' | 'currency'
  | 'printf-conversion' | 'syntax' | 'argument-name' | 'undeclared-argument' | 'key-conflict';

/** The reason why a client format prints another text. */
export interface Loss {
  key: string;
  reason: LossReason;
  argument?: string;
}

export interface ExportedFile {
  name: string;
  content: Blob;
  /** The first keys that the format cannot represent exactly. */
  lossy: string[];
  /** The number of further such keys. */
  moreLossy: number;
  /** The reasons, if the format has them. */
  losses: Loss[];
}

/** The formats whose losses the service explains. */
const EXPLAINED = new Set(['formatjs', 'i18next', 'json', 'printf', 'properties', 'properties-ascii']);

/** Writes an export of the draft. Nothing is saved before its losses were seen. */
export function useExport(catalog: string) {
  return useMutation({
    mutationFn: async ({ format, locales, dialect }: ExportRequest): Promise<ExportedFile> => {
      const single = locales.length === 1 ? locales[0] : undefined;
      const { blob, headers } = single === undefined || format === 'folder'
        ? await getFile(catalogPath(catalog, 'exports'), { query: { format, locales: locales.join(',') } })
        : await getFile(catalogPath(catalog, 'exports', single), { query: { format, dialect } });
      const lossy = parseKeys(headers.get('Parlance-Lossy'));
      const losses = lossy.keys.length > 0 && EXPLAINED.has(format)
        ? await Promise.all(locales.map((locale) => readLosses(catalog, locale, format))) : [];
      return {
        name: fileName(headers.get('Content-Disposition')) ?? `${catalog}.zip`,
        content: blob,
        lossy: lossy.keys,
        moreLossy: lossy.more,
        losses: losses.flat(),
      };
    },
  });
}

async function readLosses(catalog: string, locale: string, format: string): Promise<Loss[]> {
  const url = catalogPath(catalog, 'bundles', locale, 'loss');
  return (await get<{ losses: Loss[] }>(url, { query: { format, channel: 'draft' } })).losses;
}

/** Reads a list of quoted keys, which may end in the number of those that are left out. */
export function parseKeys(header: string | null): { keys: string[]; more: number } {
  return {
    keys: [...(header ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? ''),
    more: Number(/;more=(\d+)$/.exec(header ?? '')?.[1] ?? 0),
  };
}

export function fileName(disposition: string | null): string | null {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? null;
}
