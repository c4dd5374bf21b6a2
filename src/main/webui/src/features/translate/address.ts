import type { RowFilters, RowSort } from '../../api/draftRows';

/** The view state of the page, which is kept only in the address. */
export interface Address {
  /** As typed, with qualifiers. */
  search: string;
  /** As in the API: one or several states, separated by commas; empty for all. */
  state: string;
  sort: RowSort;
  key: string | null;
}

const SORTS: readonly RowSort[] = ['position', 'key', 'changed'];

const QUALIFIERS = {
  key: 'prefix',
  code: 'code',
  tag: 'tag',
  author: 'author',
  status: 'state',
  state: 'state',
  lifecycle: 'lifecycle',
} as const satisfies Record<string, keyof RowFilters>;

/** Words that people use for states, and those of the API. */
const STATES: Readonly<Record<string, string>> = {
  missing: 'untranslated',
  findings: 'errors,warnings',
  error: 'errors',
  warning: 'warnings',
};

export function readAddress(parameters: URLSearchParams): Address {
  const sort = parameters.get('sort');
  return {
    search: parameters.get('q') ?? '',
    state: parameters.get('state') ?? '',
    sort: SORTS.find((it) => it === sort) ?? 'position',
    key: parameters.get('key'),
  };
}

/** Returns the parameters of an address; other parameters are kept. */
export function writeAddress(parameters: URLSearchParams, change: Partial<Address>): URLSearchParams {
  const address = { ...readAddress(parameters), ...change };
  const result = new URLSearchParams(parameters);
  const set = (name: string, value: string) => (value ? result.set(name, value) : result.delete(name));
  set('q', address.search);
  set('state', address.state);
  set('sort', address.sort === 'position' ? '' : address.sort);
  set('key', address.key ?? '');
  return result;
}

/** Returns the filters of the API. A state in the search text takes precedence over that of the chips. */
export function filtersOf({ search, state }: Pick<Address, 'search' | 'state'>): RowFilters {
  const filters: RowFilters = state ? { state } : {};
  const words: string[] = [];
  for (const [token, name, quoted, bare] of search.matchAll(/(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/gi)) {
    const qualifier = name?.toLowerCase() ?? '';
    const value = quoted ?? bare ?? '';
    if (isQualifier(qualifier)) {
      const member = QUALIFIERS[qualifier];
      filters[member] = member === 'state' ? value.split(',').map((it) => STATES[it] ?? it).join(',') : value;
    } else {
      words.push(name === undefined ? value : token);
    }
  }
  const q = words.join(' ');
  return q ? { ...filters, q } : filters;
}

function isQualifier(name: string): name is keyof typeof QUALIFIERS {
  return Object.hasOwn(QUALIFIERS, name);
}
