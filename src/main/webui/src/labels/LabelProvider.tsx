import { useQueryClient } from '@tanstack/react-query';
import IntlMessageFormat from 'intl-messageformat';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ApiError, setProblemLanguage } from '../api/client';
import { loadLabels, rememberLanguage, rememberedLanguage, type LabelBundle } from './bundle';
import type { LabelKey } from './keys';
import { ServiceStarting } from './ServiceStarting';

/** A value of an argument of a label. */
export type LabelArgument = string | number | Date;

/** Returns a label in the language of the editor, with its arguments. */
export type Translate = (key: LabelKey, args?: Record<string, LabelArgument>) => string;

interface Labels {
  t: Translate;
  locale: string;
  setLocale: (locale: string) => void;
}

const LabelContext = createContext<Labels | null>(null);

export function useLabels(): Labels {
  const labels = useContext(LabelContext);
  if (labels === null) {
    throw new Error('useLabels needs a LabelProvider');
  }
  return labels;
}

interface Props {
  children: ReactNode;
  /** Instead of those of the service. */
  bundle?: LabelBundle;
}

/** Loads the labels through the public bundle endpoint. Another language replaces them when it has arrived, without a reload. */
export function LabelProvider({ children, bundle: initial }: Props) {
  const queries = useQueryClient();
  const [requested, setRequested] = useState(rememberedLanguage);
  const [bundle, setBundle] = useState<LabelBundle | null>(initial ?? null);
  const [isStarting, setStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    if (initial) {
      return;
    }
    let current = true;
    const show = (loaded: LabelBundle) => {
      if (current) {
        setProblemLanguage(loaded.locale);
        setBundle(loaded);
        // Names of languages and the texts of problems are in the language of the editor.
        void queries.invalidateQueries();
      }
    };
    const wait = () => current && setStarting(true);
    loadLabels(requested, wait).catch((error: unknown) => {
      // A remembered language may have been removed since.
      if (error instanceof ApiError && requested !== 'auto') {
        return loadLabels('auto', wait);
      }
      throw error;
    }).then(show, (error: unknown) => current && setFailure(error));
    return () => {
      current = false;
    };
  }, [requested, initial, queries]);

  useEffect(() => {
    if (bundle) {
      document.documentElement.lang = bundle.locale;
      document.documentElement.dir = bundle.direction;
    }
  }, [bundle]);

  const setLocale = useCallback((locale: string) => {
    rememberLanguage(locale);
    setRequested(locale);
  }, []);

  const labels = useMemo(() => bundle && { t: translator(bundle), locale: bundle.locale, setLocale }, [bundle, setLocale]);
  if (failure && !bundle) {
    throw failure;
  }
  if (!labels) {
    return isStarting ? <ServiceStarting /> : null;
  }
  return (
    <I18nProvider locale={labels.locale}>
      <LabelContext.Provider value={labels}>{children}</LabelContext.Provider>
    </I18nProvider>
  );
}

/** Compiles each label on its first use. */
function translator(bundle: LabelBundle): Translate {
  const formats = new Map<LabelKey, IntlMessageFormat>();
  return (key, args) => {
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(bundle.messages[key] ?? key, bundle.locale);
      formats.set(key, format);
    }
    return String(format.format(args));
  };
}
