import { queryOptions, useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { ApiError, get, send, type ApiResponse } from './client';
import { messageDetails } from './messageDetails';

export type Syntax = 'icu' | 'printf' | 'plain';
export type SavedState = 'draft' | 'translated' | 'approved';

export interface Finding {
  check: string;
  severity: 'error' | 'warning' | 'information';
  part: 'message' | 'description';
  start: number;
  end: number;
  title: string;
  detail: string;
  /** The whole part, corrected. */
  fix?: string | null;
}

export interface SourceText {
  message: string;
  description: string;
  syntax: Syntax;
}

export interface DraftText extends SourceText {
  locale: string;
  state: SavedState;
  stale: boolean;
  rejected?: boolean;
  /** The source from which a stale text was made. */
  madeFrom?: SourceText | null;
  version: number;
  wordedBy?: string | null;
  approvedBy?: string | null;
  changedBy?: string | null;
  changedAt?: string | null;
  confirmed?: { check: string; reason: string; by: string }[];
  findings?: Finding[] | null;
}

/** A text to be saved. */
export interface TextRequest {
  message: string;
  description: string;
  syntax: Syntax;
  state: SavedState;
  /** Reasons for ignoring warnings, by check. */
  confirm?: Record<string, string>;
}

export interface TextAddress {
  catalog: string;
  key: string;
  locale: string;
}

/** A state of a text in the problem of a conflict. */
export interface VersionedText {
  version: number;
  text: { message: string; description?: string | null; syntax?: Syntax | null; state?: SavedState | null };
}

export function textKey({ catalog, key, locale }: TextAddress) {
  return ['draft-text', catalog, key, locale] as const;
}

function textPath({ catalog, key, locale }: TextAddress, ...action: string[]): string {
  return catalogPath(catalog, 'messages', key, 'texts', locale, ...action);
}

/** Returns the preconditions for changing a text of a version; 0 creates it. */
function precondition(version: number) {
  return version === 0 ? { ifNoneMatch: '*' as const } : { ifMatch: `"${version}"` };
}

/** So long the definition of a message tells which texts exist. */
const KNOWN_MILLISECONDS = 1_000;

/** A text; `null` if there is none yet. Only texts that exist are asked for. */
export function draftText(address: TextAddress) {
  return queryOptions({
    queryKey: textKey(address),
    queryFn: async ({ signal, client }) => {
      const message = await client.fetchQuery({ ...messageDetails(address.catalog, address.key), staleTime: KNOWN_MILLISECONDS });
      if (!message.texts?.some(({ locale }) => locale === address.locale)) {
        return null;
      }
      try {
        return await get<DraftText>(textPath(address), { signal });
      } catch (error) {
        if (error instanceof ApiError && error.problem.code === 'unknown-text') {
          return null;
        }
        throw error;
      }
    },
  });
}

export function useDraftText(address: TextAddress) {
  return useQuery(draftText(address));
}

export function saveText(address: TextAddress, version: number, request: TextRequest): Promise<ApiResponse<DraftText>> {
  return send<DraftText>('PUT', textPath(address), { body: request, ...precondition(version) });
}

export async function approveText(address: TextAddress, version: number, confirm?: Record<string, string>): Promise<DraftText> {
  return (await send<DraftText>('POST', textPath(address, 'approve'), { body: confirm ? { confirm } : {}, ...precondition(version) })).body;
}

export async function rejectText(address: TextAddress, version: number, comment: string): Promise<DraftText> {
  return (await send<DraftText>('POST', textPath(address, 'reject'), { body: { comment }, ...precondition(version) })).body;
}

export async function restoreText(address: TextAddress, version: number, earlier: number): Promise<DraftText> {
  return (await send<DraftText>('POST', textPath(address, 'restore'), { body: { version: earlier }, ...precondition(version) })).body;
}

export async function removeText(address: TextAddress, version: number): Promise<void> {
  await send<void>('DELETE', textPath(address), precondition(version));
}

interface CheckedText {
  message: string;
  description: string;
  syntax: Syntax;
}

/** The findings of a text that is not saved yet. */
export function useFindings(address: TextAddress, text: CheckedText | null) {
  return useQuery({
    queryKey: ['findings', address, text],
    queryFn: async ({ signal }) => {
      const url = catalogPath(address.catalog, 'checks');
      const body = { locale: address.locale, texts: [{ key: address.key, ...text }] };
      const checked = (await send<{ texts: { findings: Finding[] }[] }>('POST', url, { body, signal })).body;
      return checked.texts[0]?.findings ?? [];
    },
    enabled: text !== null,
    staleTime: 60_000,
  });
}
