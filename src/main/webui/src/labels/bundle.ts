import { get } from '../api/client';
import type { LabelKey } from './keys';

/** The labels of a language. */
export interface LabelBundle {
  locale: string;
  direction: 'ltr' | 'rtl';
  messages: Partial<Record<LabelKey, string>>;
}

const LANGUAGE = 'parlance.language';
const CATALOG = '/v1/catalogs/web/bundles';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Returns the chosen language, or that of the browser. */
export function rememberedLanguage(): string {
  return localStorage.getItem(LANGUAGE) ?? 'auto';
}

export function rememberLanguage(locale: string): void {
  localStorage.setItem(LANGUAGE, locale);
}

/** Loads the labels of a language, or those that fit the browser's languages best. */
export async function loadLabels(locale: string): Promise<LabelBundle> {
  const bundle = locale === 'auto' ? await negotiate() : await get<ServedBundle>(`${CATALOG}/${encodeURIComponent(locale)}`);
  const language = bundle.locale.split('-')[0] ?? '';
  return { locale: bundle.locale, direction: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr', messages: bundle.messages };
}

interface ServedBundle {
  locale: string;
  messages: Partial<Record<LabelKey, string>>;
}

async function negotiate(): Promise<ServedBundle> {
  // The browser's own Accept-Language, with all its languages and their weights.
  const response = await fetch(`${CATALOG}/auto`);
  if (!response.ok) {
    return get<ServedBundle>(`${CATALOG}/en`);
  }
  return (await response.json()) as ServedBundle;
}
