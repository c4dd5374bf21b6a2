import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get, send } from './client';

export interface Comment {
  id: number;
  /** Absent for a comment about the message in all languages. */
  locale?: string | null;
  text: string;
  author: string;
  createdAt: string;
  status: 'open' | 'resolved';
  resolvedBy?: string | null;
  resolvedAt?: string | null;
  mentions?: string[] | null;
}

interface CommentPage {
  comments: Comment[];
  next?: string | null;
}

function commentPages(catalog: string, key: string, locale: string) {
  return infiniteQueryOptions({
    queryKey: ['comments', catalog, key, locale],
    queryFn: ({ pageParam, signal }) => get<CommentPage>(catalogPath(catalog, 'messages', key, 'comments'), { query: { locale, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The comments about a text and about its message, oldest first. */
export function useComments(catalog: string, key: string, locale: string) {
  return useInfiniteQuery(commentPages(catalog, key, locale));
}

export type CommentAction =
  | { action: 'write'; text: string; locale: string }
  | { action: 'resolve' | 'reopen' | 'delete'; id: number };

/** Writes, resolves, reopens or deletes a comment. */
export function useCommentAction(catalog: string, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: CommentAction) => act(catalogPath(catalog, 'messages', key, 'comments'), change),
    onSettled: () => Promise.all([
      client.invalidateQueries({ queryKey: ['comments', catalog, key] }),
      client.invalidateQueries({ queryKey: MENTIONS.queryKey }),
    ]),
  });
}

async function act(url: string, change: CommentAction): Promise<void> {
  switch (change.action) {
    case 'write':
      await send<Comment>('POST', url, { body: { text: change.text, locale: change.locale } });
      break;
    case 'delete':
      await send<void>('DELETE', `${url}/${change.id}`);
      break;
    default:
      await send<Comment>('POST', `${url}/${change.id}/${change.action}`);
  }
}

interface PeoplePage {
  people: { person: string }[];
  next?: string | null;
}

/** The members of a catalog who may be mentioned. */
export function useMentionableNames(catalog: string) {
  return useQuery({
    queryKey: ['people', catalog],
    queryFn: async ({ signal }) => (await get<PeoplePage>(catalogPath(catalog, 'people'), { query: { limit: 500 }, signal })).people.map(({ person }) => person),
    staleTime: 300_000,
  });
}

/** A comment that mentions the caller. */
export interface Mention extends Comment {
  catalog: string;
  key: string;
}

interface MentionPage {
  comments: Mention[];
  next?: string | null;
}

const MENTIONS = infiniteQueryOptions({
  queryKey: ['mentions'],
  queryFn: ({ pageParam, signal }) => get<MentionPage>('/v1/session/mentions', { query: { limit: 5, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

/** The open comments that mention the caller, newest first. */
export function useMentions() {
  return useInfiniteQuery(MENTIONS);
}
