import { queryOptions, useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get } from './client';

export interface MessageText {
  locale: string;
  message: string;
  state: 'draft' | 'translated' | 'approved';
  stale: boolean;
  version: number;
}

/** The definition of a message with its texts in all locales. */
export interface MessageDetails {
  key: string;
  code: string;
  reason?: string | null;
  httpStatus?: number | null;
  grpcStatus?: string | null;
  lifecycle: string;
  audience?: string | null;
  tags?: string[] | null;
  arguments?: { name: string; type: string; example?: string | null }[] | null;
  lengthLimit?: number | null;
  fileKey?: string | null;
  replacedBy?: string | null;
  texts?: MessageText[] | null;
}

export function messageDetails(catalog: string, key: string) {
  return queryOptions({
    queryKey: ['draft-message', catalog, key],
    queryFn: ({ signal }) => get<MessageDetails>(catalogPath(catalog, 'draft', 'messages', key), { signal }),
  });
}

export function useMessageDetails(catalog: string, key: string) {
  return useQuery(messageDetails(catalog, key));
}
