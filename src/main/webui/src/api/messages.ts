import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get, send } from './client';

export const LIFECYCLES = ['draft', 'active', 'deprecated', 'retired'] as const;

export type Lifecycle = (typeof LIFECYCLES)[number];

export const ARGUMENT_TYPES = ['string', 'number', 'datetime', 'currency'] as const;

export type ArgumentType = (typeof ARGUMENT_TYPES)[number];

export const AUDIENCES = ['user', 'developer'] as const;

export type Audience = (typeof AUDIENCES)[number];

export const RETRIES = ['never', 'same-request', 'after-delay', 'after-fix'] as const;

export type Retry = (typeof RETRIES)[number];

export interface Argument {
  name: string;
  type: ArgumentType;
  example?: string | null;
}

/** The names of google.rpc.Code, in the order of their numbers. */
export const GRPC_STATUSES = ['OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS',
  'PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE',
  'DATA_LOSS', 'UNAUTHENTICATED'] as const;

export type GrpcStatus = (typeof GRPC_STATUSES)[number];

/** The definition of a message, without its texts. */
export interface MessageDefinition {
  code: string;
  reason: string;
  httpStatus: number;
  /** Absent if it follows from the HTTP status. */
  grpcStatus?: GrpcStatus | null;
  arguments: Argument[];
  tags: string[];
  lifecycle: Lifecycle;
  audience: Audience;
  replacedBy?: string | null;
  /** The last day on which the message is served. */
  sunset?: string | null;
  retry?: Retry | null;
}

export interface DefinedMessage extends MessageDefinition {
  key: string;
  version: number;
}

/** A message of the list, with its source text. */
export interface MessageRow extends DefinedMessage {
  text?: { message: string } | null;
}

interface MessagePage {
  messages: MessageRow[];
  next?: string | null;
}

export interface MessageFilter {
  search: string;
  /** Empty for all messages that are not retired. */
  lifecycle: Lifecycle | '';
}

/** Messages with their source texts, in the order of the catalog. Needs the permission `read-draft`. */
export function useMessages(catalog: string, sourceLocale: string, { search, lifecycle }: MessageFilter) {
  return useInfiniteQuery({
    queryKey: ['messages', catalog, sourceLocale, search, lifecycle],
    queryFn: ({ pageParam, signal }) => get<MessagePage>(catalogPath(catalog, 'draft', 'messages'),
      { query: { locale: sourceLocale, q: search, lifecycle, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** The definition of a message with its source text. */
export function useMessage(catalog: string, key: string, enabled = true) {
  return useQuery({
    queryKey: ['message', catalog, key],
    queryFn: ({ signal }) =>
      get<DefinedMessage & { texts?: MessageText[] | null }>(catalogPath(catalog, 'draft', 'messages', key), { signal }),
    enabled,
    retry: false,
  });
}

export interface MessageText {
  locale: string;
  message: string;
}

/** Members of a definition to set; `null` removes a value. */
export type MessagePatch = { [M in keyof MessageDefinition]?: MessageDefinition[M] | null };

export interface MessageChange {
  key: string;
  /** The version that the change is based on; absent to create the message. */
  version?: number | undefined;
  patch: MessagePatch;
}

/** Creates a message, or changes members of its definition. Needs the permission `manage`. */
export function useSaveMessage(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, version, patch }: MessageChange) => {
      const url = catalogPath(catalog, 'messages', key);
      const response = version === undefined
        ? await send<DefinedMessage>('PUT', url, { body: patch, ifNoneMatch: '*' })
        : await send<DefinedMessage>('PATCH', url, { body: patch, contentType: 'application/merge-patch+json', ifMatch: `"${version}"` });
      return response.body;
    },
    // Also after a failure: the message may have been changed by others.
    onSettled: (_saved, _error, { key }) => refresh(client, catalog, key),
  });
}

/** Saves the first source text of a message. */
export function useCreateSourceText(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, locale, message }: { key: string; locale: string; message: string }) =>
      send<unknown>('PUT', catalogPath(catalog, 'messages', key, 'texts', locale), { body: { message }, ifNoneMatch: '*' }),
    onSuccess: (_saved, { key }) => refresh(client, catalog, key),
  });
}

function refresh(client: QueryClient, catalog: string, key: string): Promise<unknown> {
  const changed = [
    ['messages', catalog], ['message', catalog, key], ['draft-message', catalog, key], ['draft', catalog], ['summary', catalog],
  ];
  return Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })));
}
