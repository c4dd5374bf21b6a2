import { Circle, CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import type { TextState } from '../../../api/draftRows';
import { useLabels } from '../../../labels/LabelProvider';

const ICONS = { untranslated: CircleDashed, draft: Circle, translated: CircleDot, approved: CircleCheck };

/** The state of a text, by its shape and not by its colour alone. */
export function StateMark({ state }: { state: TextState }) {
  const { t } = useLabels();
  const Icon = ICONS[state];
  const label = t('translate.state', { state });
  return (
    <span className={`translate-state ${state}`} title={label}>
      <Icon aria-hidden size={16} />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
