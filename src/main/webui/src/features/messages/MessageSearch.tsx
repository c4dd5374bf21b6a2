import { useEffect, useState } from 'react';
import { LIFECYCLES, type Lifecycle, type MessageFilter } from '../../api/messages';
import { Choice } from '../../components/Choice';
import { Field } from '../../components/Field';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  filter: MessageFilter;
  onChange: (filter: MessageFilter) => void;
}

/** Typing asks the service once it has paused. */
const PAUSE_MILLISECONDS = 200;

/** The search and the filter of the list. */
export function MessageSearch({ filter, onChange }: Props) {
  const { t } = useLabels();
  const [typed, setTyped] = useState(filter.search);
  useEffect(() => {
    if (typed === filter.search) {
      return;
    }
    const timer = window.setTimeout(() => onChange({ ...filter, search: typed }), PAUSE_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [typed, filter, onChange]);
  const options: { id: Lifecycle | 'present'; text: string }[] = [
    { id: 'present', text: t('messages.notRetired') },
    ...LIFECYCLES.map((id) => ({ id, text: t(`messages.lifecycle.${id}`) })),
  ];
  return (
    <div className="messages-search" role="search">
      <Field label={t('messages.search')} type="search" value={typed} onChange={setTyped} maxLength={200} autoComplete="off" />
      <Choice label={t('messages.lifecycle')} options={options} value={filter.lifecycle || 'present'}
        onChange={(id) => onChange({ search: typed, lifecycle: id === 'present' ? '' : id })} />
    </div>
  );
}
