import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { ApiError, get, send } from './client';

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
    onSettled: () => client.invalidateQueries({ queryKey: ['comments', catalog, key] }),
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

interface MemberPage {
  members: { person: string }[];
  next?: string | null;
}

/** The people who may be mentioned; empty if the caller may not list members. */
export function useMemberNames(catalog: string) {
  return useQuery({
    queryKey: ['member-names', catalog],
    queryFn: async ({ signal }) => {
      try {
        return (await get<MemberPage>(catalogPath(catalog, 'members'), { query: { limit: 500 }, signal })).members.map(({ person }) => person);
      } catch (error) {
        if (error instanceof ApiError && error.status === 403) {
          return [];
        }
        throw error;
      }
    },
    staleTime: 300_000,
  });
}
