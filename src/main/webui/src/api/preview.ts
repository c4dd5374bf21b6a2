import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { send } from './client';

export interface PreviewRequest {
  locale: string;
  syntax: 'icu' | 'printf' | 'plain';
  text: string;
  /** The message whose declared arguments apply. */
  key: string;
  samples: Record<string, string>[];
}

export interface PreviewSample {
  text: string;
  missingArguments: string[];
  invalidArguments: string[];
}

interface Preview {
  samples: PreviewSample[];
}

/** Renders a text that is not saved. The previous request is aborted, and its texts stay until the next ones arrive. */
export function usePreview(catalog: string, request: PreviewRequest) {
  return useQuery({
    queryKey: ['preview', catalog, request],
    queryFn: async ({ signal }) => (await send<Preview>('POST', catalogPath(catalog, 'preview'), { body: request, signal })).body.samples,
    enabled: request.text !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
}
