import { ListChecks } from 'lucide-react';
import type { Ref } from 'react';
import { Button } from 'react-aria-components';
import { useRowCounts, type DraftRow, type RowSort } from '../../../api/draftRows';
import { Choice } from '../../../components/Choice';
import { useLabels } from '../../../labels/LabelProvider';
import type { Address } from '../address';
import { BulkBar } from '../bulk/BulkBar';
import { useWorkspace } from '../workspace';
import { FilterChips } from './FilterChips';
import { MessageList } from './MessageList';
import { SearchBox } from './SearchBox';
import { isEmpty, NOTHING_SELECTED, type Selection } from './selection';

interface Props {
  address: Address;
  selection: Selection;
  search: Ref<HTMLInputElement>;
  onAddress: (change: Partial<Address>) => void;
  onOpen: (row: DraftRow) => void;
  onFirstRow: (row: DraftRow) => void;
  onSelect: (selection: Selection) => void;
  onToggle: (row: DraftRow, index: number) => void;
  onExtend: (index: number) => void;
}

const SORTS: readonly RowSort[] = ['position', 'key', 'changed'];

/** The search with its filters, and the messages that it finds. */
export function ListPane({ address, selection, search, onAddress, onOpen, onFirstRow, onSelect, onToggle, onExtend }: Props) {
  const { t } = useLabels();
  const { list } = useWorkspace();
  const counts = useRowCounts(list);
  const matching = counts.data?.matching ?? null;
  return (
    <>
      <div className="translate-list-head">
        <SearchBox value={address.search} onChange={(search) => onAddress({ search })} inputRef={search} />
        <FilterChips state={list.filters.state ?? ''} counts={counts.data} onChange={(state) => onAddress({ state })} />
        <div className="translate-list-line">
          <p className="muted" role="status">{matching === null ? '' : t('translate.found', { count: matching })}</p>
          <Button
            className="button quiet small"
            isDisabled={matching === 0}
            onPress={() => onSelect(selection.all ? NOTHING_SELECTED : { keys: new Set(), all: true, anchor: null })}
          >
            <ListChecks aria-hidden size={16} />
            {t(selection.all ? 'translate.selectNone' : 'translate.selectAll')}
          </Button>
          <Choice
            label={t('translate.sort')}
            options={SORTS.map((id) => ({ id, text: t('translate.sortBy', { sort: id }) }))}
            value={address.sort}
            onChange={(sort) => onAddress({ sort })}
          />
        </div>
      </div>
      <MessageList
        openKey={address.key}
        selection={selection}
        onOpen={onOpen}
        onToggle={onToggle}
        onExtend={onExtend}
        onFirstRow={onFirstRow}
        onClearSearch={() => onAddress({ search: '', state: '' })}
      />
      {!isEmpty(selection) && <BulkBar selection={selection} matching={matching ?? 0} onClear={() => onSelect(NOTHING_SELECTED)} />}
    </>
  );
}
