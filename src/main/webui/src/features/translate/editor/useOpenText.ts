import { useMemo } from 'react';
import { useDraftText, useFindings, type DraftText, type Finding } from '../../../api/draftTexts';
import { useMessageDetails, type MessageDetails } from '../../../api/messageDetails';
import type { BaseText } from '../../../storage/drafts';
import { sameContent, type TextContent } from '../editing/content';
import type { Edit } from '../editing/editSession';
import { useEdits, useWorkspace } from '../workspace';
import { useDebounced } from '../../../icu/useDebounced';

/** The message that is open, with what the person typed. */
export interface OpenText {
  message: MessageDetails;
  /** As stored; null if there is none yet. */
  text: DraftText | null;
  source: DraftText | null;
  /** From where an edit starts. */
  loaded: BaseText;
  edit: Edit | undefined;
  content: TextContent;
  /** The findings without confirmed warnings. While a person types, they belong to an earlier content. */
  findings: Finding[];
  /** Whether the findings belong to the shown content. */
  isChecked: boolean;
  /** Somebody saved a newer version since the person started to type. */
  isOutdated: boolean;
}

const CHECK_PAUSE_MILLISECONDS = 300;
const NO_FINDINGS: Finding[] = [];

export interface LoadedText {
  open: OpenText | null;
  error: unknown;
  retry: () => void;
}

/** Loads a message with its text and its source. */
export function useOpenText(key: string): LoadedText {
  const { catalog, locale, sourceLocale } = useWorkspace();
  const edit = useEdits().get(key);
  const message = useMessageDetails(catalog, key);
  const stored = useDraftText({ catalog, key, locale });
  const source = useDraftText({ catalog, key, locale: sourceLocale });
  const text = stored.data;
  const loaded = useMemo<BaseText>(() => (text
    ? { message: text.message, description: text.description, syntax: text.syntax, version: text.version }
    : { message: '', description: '', syntax: source.data?.syntax ?? 'icu', version: 0 }), [text, source.data]);

  const content = edit ?? loaded;
  const isTyped = edit !== undefined && !sameContent(edit, loaded);
  const typed = useMemo(
    () => (isTyped && content.message !== '' ? { message: content.message, description: content.description, syntax: loaded.syntax } : null),
    [isTyped, content.message, content.description, loaded.syntax],
  );
  const settled = useDebounced(typed, CHECK_PAUSE_MILLISECONDS);
  const checked = useFindings({ catalog, key, locale }, settled);
  const confirmed = new Set((text?.confirmed ?? []).map(({ check }) => check));
  const storedFindings = text?.findings?.filter(({ check, severity }) => severity !== 'warning' || !confirmed.has(check)) ?? NO_FINDINGS;

  const queries = [message, stored, source];
  const failed = queries.find(({ isError, data }) => isError && data === undefined);
  // An empty text is not checked, and the findings of the stored one are not its own.
  const findings = typed ? checked.data : isTyped ? undefined : storedFindings;
  const isReady = message.data !== undefined && text !== undefined && source.data !== undefined;
  return {
    open: isReady && message.data
      ? {
        message: message.data, text: text ?? null, source: source.data ?? null, loaded, edit, content,
        findings: findings ?? NO_FINDINGS,
        isChecked: typed === null ? !isTyped : typed === settled && checked.data !== undefined,
        isOutdated: edit !== undefined && edit.status === 'editing' && edit.base.version !== loaded.version,
      }
      : null,
    error: failed?.error ?? null,
    retry: () => queries.forEach((query) => void query.refetch()),
  };
}
