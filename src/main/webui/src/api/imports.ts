import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get, send } from './client';

export type EntryKind = 'new' | 'changed' | 'conflicting' | 'refused' | 'removed';

export type ImportStatus = 'running' | 'done' | 'refused' | 'failed' | 'interrupted';

export type ColumnField =
  'key' | 'code' | 'reason' | 'http-status' | 'grpc-status' | 'message' | 'description' | 'arguments' | 'tags' | 'ignored';

/** The meaning of a column of a table. */
export interface ColumnMapping {
  column: string;
  field: ColumnField;
  /** The locale of a message or description; absent for that of the file. */
  locale?: string;
  /** From 0 to 1. */
  confidence?: number;
}

export type IssueReason = 'duplicate-key' | 'not-a-text' | 'not-translatable' | 'obsolete' | 'empty' | 'reference' | 'variant'
  | 'invalid-locale' | 'no-key' | 'metadata';

/** A part of a file that is left out. */
export interface ImportIssue {
  reason: IssueReason;
  line?: number;
  key?: string;
}

export interface ImportedFile {
  file: string;
  /** Absent if the format is unknown and the file is skipped. */
  format?: string;
  formatConfidence: number;
  dialect?: string;
  dialectConfidence: number;
  locale?: string;
  mapping?: ColumnMapping[];
  entries: number;
  /** The first of them. */
  issues: ImportIssue[];
  issueCount: number;
}

export type EntryReason = 'new-message' | 'new-text' | 'text' | 'description' | 'state' | 'definition' | 'approved' | 'missing'
  | 'locale-not-offered' | 'not-permitted' | 'invalid-text' | 'text-has-errors' | 'duplicate-key' | 'invalid-definition' | 'reason-taken'
  | 'no-source-text';

export interface ImportEntry {
  kind: EntryKind;
  file?: string;
  line?: number;
  key: string;
  fileKey?: string;
  /** Absent for the definition of a message. */
  locale?: string;
  reason: EntryReason;
  /** About a refusal, in technical English. */
  detail?: string;
}

export type ImportCounts = Record<EntryKind | 'same', number>;

export interface ImportRun {
  id: string;
  status: ImportStatus;
  dryRun: boolean;
  /** The number of messages that were compared so far. */
  processed: number;
  files?: ImportedFile[];
  counts?: ImportCounts;
  newLocales?: string[];
  /** Absent if nothing was stored. */
  revision?: number;
  /** The key of the problem in the catalog `parlance`, if the import failed. */
  problem?: string;
}

/** Options for reading files and for replacing stored texts. */
export interface ImportOptions {
  locale: string;
  format: string;
  dialect: string;
  /** The treatment of approved texts that would change. If empty, they reject the import. */
  overwrite: '' | 'reviewed' | 'unreviewed';
  deleteMissing: boolean;
  skipRefused: boolean;
  addLocales: boolean;
  /** The meaning of columns as corrected; `null` if it is recognised. */
  mapping: ColumnMapping[] | null;
}

/** A file, or an archive of several. */
export interface Upload {
  name: string;
  content: Blob;
}

export interface ImportRequest {
  upload: Upload;
  options: ImportOptions;
  dryRun: boolean;
  comment?: string;
  /** The same key imports the same upload once. */
  idempotencyKey?: string;
}

interface EntryPage {
  entries: ImportEntry[];
  next?: string;
}

/** Uploads files, and returns the import when it has ended. Large ones report their progress. */
export function useImport(catalog: string, onProgress: (processed: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ upload, options, dryRun, comment, idempotencyKey }: ImportRequest): Promise<ImportRun> => {
      const { body, status } = await send<ImportRun>('POST', catalogPath(catalog, 'imports'), {
        query: {
          file: upload.name, dryRun, comment, locale: options.locale, format: options.format, dialect: options.dialect,
          overwrite: options.overwrite,
          ...(options.deleteMissing ? { delete: 'missing' } : {}),
          ...(options.skipRefused ? { skipRefused: true } : {}),
          ...(options.addLocales ? { addLocales: true } : {}),
          ...(options.mapping ? { mapping: JSON.stringify({ columns: options.mapping.map(withoutConfidence) }) } : {}),
        },
        body: upload.content,
        contentType: upload.name.endsWith('.zip') ? 'application/zip' : 'application/octet-stream',
        ...(idempotencyKey ? { idempotencyKey } : {}),
      });
      return status === ACCEPTED ? followImport(catalog, body.id, onProgress) : body;
    },
    onSuccess: (run) => {
      if (!run.dryRun) {
        void client.invalidateQueries({ queryKey: ['catalog', catalog] });
      }
    },
  });
}

const ACCEPTED = 202;
const POLL_MILLISECONDS = 2000;

function withoutConfidence({ column, field, locale }: ColumnMapping): ColumnMapping {
  return { column, field, ...(locale ? { locale } : {}) };
}

/** Waits for the end of an import: by its events, or by asking if the events cannot be read. */
export async function followImport(catalog: string, id: string, onProgress: (processed: number) => void): Promise<ImportRun> {
  const url = catalogPath(catalog, 'imports', id);
  await readEvents(`${url}/events`, onProgress);
  for (;;) {
    const run = await get<ImportRun>(url);
    onProgress(run.processed);
    if (run.status !== 'running') {
      return run;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

/** Resolves at the end of the import, and as soon as the stream breaks. */
function readEvents(url: string, onProgress: (processed: number) => void): Promise<void> {
  return new Promise((resolve) => {
    const events = new EventSource(url);
    const end = () => {
      events.close();
      resolve();
    };
    events.addEventListener('progress', (event: MessageEvent<string>) => {
      const { status, processed } = JSON.parse(event.data) as { status: ImportStatus; processed: number };
      onProgress(processed);
      if (status !== 'running') {
        end();
      }
    });
    events.addEventListener('error', end);
  });
}

/** The entries of an import of one kind. */
export function useImportEntries(catalog: string, id: string, kind: EntryKind) {
  return useInfiniteQuery({
    queryKey: ['import', catalog, id, kind],
    queryFn: ({ pageParam, signal }) =>
      get<EntryPage>(catalogPath(catalog, 'imports', id, 'entries'), { query: { kind, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
  });
}

/** Undoes an import by reverting its revision. Needs the permission `manage`. */
export function useUndoImport(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (revision: number) =>
      (await send<{ revision: number; changes: number }>('POST', catalogPath(catalog, 'changes', String(revision), 'revert'), { body: {} }))
        .body,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['catalog', catalog] }),
  });
}
