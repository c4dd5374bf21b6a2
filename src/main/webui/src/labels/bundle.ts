import { ApiError, get } from '../api/client';
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

const RETRY_MILLISECONDS = 1_000;

/** Returns whether the service answers, but is not ready yet. */
function isStarting(error: unknown): boolean {
  return error instanceof ApiError && error.status === 503;
}

/**
 * Loads the labels of a language, or those that fit the browser's languages best. Waits for a service that is starting.
 *
 * @param onStarting called when the service is not ready
 */
export async function loadLabels(locale: string, onStarting: () => void): Promise<LabelBundle> {
  for (;;) {
    try {
      return await loadOnce(locale);
    } catch (error) {
      if (!isStarting(error)) {
        throw error;
      }
      onStarting();
      await new Promise((resolve) => window.setTimeout(resolve, RETRY_MILLISECONDS));
    }
  }
}

async function loadOnce(locale: string): Promise<LabelBundle> {
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
