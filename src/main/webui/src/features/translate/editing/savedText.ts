import type { QueryClient } from '@tanstack/react-query';
import { textKey, type DraftText } from '../../../api/draftTexts';
import { messageDetails } from '../../../api/messageDetails';
import { listKeys, type RowList } from '../../../api/draftRows';
import { showSaved } from '../list/rowCache';

/** Shows a stored text in the editor and in the list. */
export function showText(client: QueryClient, list: RowList, key: string, text: DraftText): void {
  void client.invalidateQueries({ queryKey: messageDetails(list.catalog, key).queryKey });
  client.setQueryData(textKey({ catalog: list.catalog, key, locale: list.locale }), text);
  showSaved(client, list, key, text);
}

/** Loads the visible part of the list and the counts again. */
export function refreshList(client: QueryClient, catalog: string, locale: string): void {
  const { rows, counts, position } = listKeys(catalog, locale);
  for (const queryKey of [rows, counts, position]) {
    void client.invalidateQueries({ queryKey });
  }
}
