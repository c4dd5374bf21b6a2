import { useMutation, useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get, send } from './client';
import type { RowFilters } from './draftRows';

export type JobKind = 'state' | 'approve' | 'tag' | 'copy-source' | 'replace';

export interface JobRequest {
  kind: JobKind;
  query: RowFilters & { locale: string };
  state?: 'draft' | 'translated';
  add?: string[];
  remove?: string[];
  find?: string;
  replacement?: string;
}

export interface Job {
  job: string;
  kind: JobKind;
  stage: 'running' | 'done' | 'failed' | 'undone';
  total: number;
  done: number;
  changed: number;
  refusals: number;
  refused?: { key: string; code: string }[];
}

export interface ProposedChange {
  key: string;
  before?: { message: string } | null;
  after?: { message: string } | null;
}

export interface JobPreview {
  changes: ProposedChange[];
  more: boolean;
}

const POLL_MILLISECONDS = 700;

export function useCreateJob(catalog: string) {
  return useMutation({ mutationFn: async (request: JobRequest) => (await send<Job>('POST', catalogPath(catalog, 'jobs'), { body: request })).body });
}

export function usePreviewJob(catalog: string) {
  return useMutation({
    mutationFn: async (request: JobRequest) => (await send<JobPreview>('POST', catalogPath(catalog, 'jobs', 'dry-run'), { body: request })).body,
  });
}

export function useUndoJob(catalog: string) {
  return useMutation({ mutationFn: async (job: string) => (await send<Job>('POST', catalogPath(catalog, 'jobs', job, 'undo'), { body: {} })).body });
}

/** A job, asked for again until it has ended. */
export function useJob(catalog: string, job: string | null) {
  return useQuery({
    queryKey: ['job', catalog, job],
    queryFn: ({ signal }) => get<Job>(catalogPath(catalog, 'jobs', job ?? ''), { signal }),
    enabled: job !== null,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.stage === 'running' ? POLL_MILLISECONDS : false),
  });
}
