import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get, send } from './client';

export interface Channel {
  channel: string;
  release: number;
  /** The number of moves, which is the version of the channel. */
  moves: number;
}

export interface ChannelMove {
  move: number;
  release: number;
  /** Absent for the first move. */
  previous?: number;
  rollback: boolean;
  movedAt: string;
  /** Absent for callers who may not read drafts. */
  movedBy?: string;
  comment?: string;
}

export interface MovedChannel extends Channel {
  from?: number;
  to: number;
  /** False if the channel pointed at the release before. */
  moved: boolean;
}

export function useChannels(catalog: string) {
  return useQuery({
    queryKey: ['catalog', catalog, 'channels'],
    queryFn: async ({ signal }) => (await get<{ channels: Channel[] }>(catalogPath(catalog, 'channels'), { signal })).channels,
  });
}

/** The last moves of a channel, newest first. */
export function useChannelMoves(catalog: string, channel: string, limit: number) {
  return useQuery({
    queryKey: ['catalog', catalog, 'channels', channel, limit],
    queryFn: async ({ signal }) => {
      const url = catalogPath(catalog, 'channels', channel, 'moves');
      return (await get<{ moves: ChannelMove[] }>(url, { query: { limit }, signal })).moves;
    },
  });
}

export interface ChannelTarget {
  channel: string;
  release: number;
  comment: string;
  /** The version of the channel; absent to create it. */
  moves?: number | undefined;
  /** Whether the history shows the move as a rollback. */
  rollback: boolean;
}

/** Points a channel at a release. */
export function useMoveChannel(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ channel, release, comment, moves, rollback }: ChannelTarget) => {
      const url = catalogPath(catalog, 'channels', channel);
      const precondition = moves === undefined ? { ifNoneMatch: '*' as const } : { ifMatch: `"${moves}"` };
      const response = rollback
        ? await send<MovedChannel>('POST', `${url}/rollback`, { body: { to: release, comment }, ...precondition })
        : await send<MovedChannel>('PUT', url, { body: { release, comment }, ...precondition });
      return response.body;
    },
    onSettled: () => Promise.all([
      client.invalidateQueries({ queryKey: ['catalog', catalog, 'channels'] }),
      client.invalidateQueries({ queryKey: ['catalog', catalog], exact: true }),
    ]),
  });
}
