import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { RowCounts } from '../../../api/draftRows';
import { useLabels } from '../../../labels/LabelProvider';

/** The chips: the states of the API, and the count of each. */
const CHIPS = [
  { state: '', name: 'all', count: 'all' },
  { state: 'untranslated', name: 'untranslated', count: 'untranslated' },
  { state: 'draft', name: 'draft', count: 'draft' },
  { state: 'translated', name: 'translated', count: 'translated' },
  { state: 'stale', name: 'stale', count: 'stale' },
  { state: 'rejected', name: 'rejected', count: 'rejected' },
  { state: 'errors,warnings', name: 'findings', count: 'findings' },
  { state: 'approved', name: 'approved', count: 'approved' },
] as const satisfies readonly { state: string; name: string; count: keyof RowCounts }[];

interface Props {
  /** The state that is shown, as in the API. */
  state: string;
  counts: RowCounts | undefined;
  onChange: (state: string) => void;
}

/** Filters by state, each with the number of its messages. */
export function FilterChips({ state, counts, onChange }: Props) {
  const { t, locale } = useLabels();
  const numbers = new Intl.NumberFormat(locale);
  const selected = CHIPS.find((chip) => chip.state === state)?.name;
  return (
    <ToggleButtonGroup
      className="translate-chips"
      aria-label={t('translate.filters')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected ? [selected] : []}
      onSelectionChange={([name]) => onChange(CHIPS.find((chip) => chip.name === name)?.state ?? '')}
    >
      {CHIPS.map(({ name, count }) => (
        <ToggleButton key={name} id={name} className="translate-chip">
          {t('translate.chip', { state: name })}
          <span className="translate-chip-count">{counts ? numbers.format(counts[count]) : ''}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
