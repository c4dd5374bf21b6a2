/** A file format. Names are those of the formats, which are the same in all languages. */
export interface FileFormat {
  id: string;
  name: string;
}

/** The formats that can be read and written. */
export const FORMATS: readonly FileFormat[] = [
  { id: 'json', name: 'JSON' },
  { id: 'json-nested', name: 'JSON (nested)' },
  { id: 'formatjs', name: 'FormatJS' },
  { id: 'i18next', name: 'i18next' },
  { id: 'properties', name: 'Java properties' },
  { id: 'properties-ascii', name: 'Java properties (ASCII)' },
  { id: 'printf', name: 'JSON (printf)' },
  { id: 'po', name: 'gettext PO' },
  { id: 'xliff', name: 'XLIFF 2' },
  { id: 'xliff-1.2', name: 'XLIFF 1.2' },
  { id: 'android', name: 'Android strings.xml' },
  { id: 'apple-strings', name: 'Apple .strings' },
  { id: 'apple-stringsdict', name: 'Apple .stringsdict' },
  { id: 'apple-xcstrings', name: 'Apple .xcstrings' },
  { id: 'arb', name: 'Flutter ARB' },
  { id: 'webextension', name: 'WebExtension messages.json' },
  { id: 'go-i18n', name: 'go-i18n (JSON)' },
  { id: 'go-i18n-toml', name: 'go-i18n (TOML)' },
  { id: 'yaml-rails', name: 'Rails YAML' },
  { id: 'yaml-symfony', name: 'Symfony YAML' },
  { id: 'csv', name: 'CSV' },
  { id: 'tsv', name: 'TSV' },
  { id: 'xlsx', name: 'Excel XLSX' },
  { id: 'folder', name: 'Parlance' },
];

/** The formats that can only be read, such as tables of error codes. */
const SOURCES: readonly FileFormat[] = [
  { id: 'html', name: 'HTML' },
  { id: 'markdown', name: 'Markdown' },
  { id: 'json-map', name: 'JSON (codes)' },
  { id: 'toml-map', name: 'TOML (codes)' },
  { id: 'yaml-map', name: 'YAML (codes)' },
  { id: 'error-code-text', name: 'error-code-text' },
  { id: 'errmsg', name: 'MariaDB errmsg' },
];

/** Formats that are written like another one, and read by its name. */
const WRITTEN_ONLY = new Set(['json-nested', 'properties-ascii', 'printf', 'folder']);

export const READABLE_FORMATS: readonly FileFormat[] = [...FORMATS.filter(({ id }) => !WRITTEN_ONLY.has(id)), ...SOURCES];

export const DIALECTS = ['icu', 'java', 'spring', 'braces', 'printf', 'apple', 'i18next', 'ruby', 'python', 'go', 'webextension', 'symfony',
  'plain'] as const;

export function formatName(id: string): string {
  return [...FORMATS, ...SOURCES].find((it) => it.id === id)?.name ?? id;
}
