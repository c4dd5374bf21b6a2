import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { catalogPath, type Draft } from './catalogs';
import { send } from './client';

/** The settings that are changed together. */
export interface CatalogSettings {
  title: string;
  sourceLocale: string;
  /** Whether only approved texts are released. */
  reviewRequired: boolean;
  /** Whether the author of a text cannot approve it. */
  twoPersonRule: boolean;
  /** The web origins whose pages may read the catalog; null for the default. */
  corsOrigins?: string[] | null;
}

interface Based<T> {
  /** The version of the draft that the change is based on. */
  version: number;
  change: T;
}

/** Changes some settings. Needs the permission `manage`. */
export function useSaveSettings(catalog: string) {
  return useDraftChange(catalog, ({ version, change }: Based<Partial<CatalogSettings>>) =>
    send<Draft>('PATCH', catalogPath(catalog), { body: change, contentType: 'application/merge-patch+json', ifMatch: `"${version}"` }));
}

/** Adds a locale, or changes whether releases require all of its texts. Needs the permission `manage`. */
export function useSaveLocale(catalog: string) {
  return useDraftChange(catalog, ({ version, change }: Based<{ locale: string; required: boolean }>) =>
    send<Draft>('PUT', catalogPath(catalog, 'locales', change.locale), { body: { required: change.required }, ifMatch: `"${version}"` }));
}

/** Removes a locale and its texts from the draft. Needs the permission `manage`. */
export function useRemoveLocale(catalog: string) {
  return useDraftChange(catalog, ({ version, change }: Based<string>) =>
    send<Draft>('DELETE', catalogPath(catalog, 'locales', change), { ifMatch: `"${version}"` }));
}

/** Makes a catalog public or private. Needs the permission `administer`. */
export function useSaveVisibility(catalog: string) {
  return useDraftChange(catalog, (isPublic: boolean) =>
    send<unknown>('PUT', catalogPath(catalog, 'visibility'), { body: { public: isPublic } }));
}

function useDraftChange<V, R>(catalog: string, mutationFn: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  // Also after a failure: others may have changed the draft.
  return useMutation({ mutationFn, onSettled: () => refresh(client, catalog) });
}

function refresh(client: QueryClient, catalog: string): Promise<unknown> {
  return Promise.all([['draft', catalog], ['catalog', catalog], ['summary', catalog], ['catalogs']]
    .map((queryKey) => client.invalidateQueries({ queryKey })));
}
