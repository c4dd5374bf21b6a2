import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useLabels } from '../labels/LabelProvider';
import type { ShownFinding } from './findingList';
import type { Defect } from './inspection';

interface Props {
  id: string;
  findings: readonly ShownFinding[];
  /** The name of the form of a field, if there are several fields. */
  nameOf: (field: string) => string | null;
  onFix: (defect: Defect) => void;
}

/** Lists errors with their corrections. Changes are read out. A finding that the page lists has only its correction here. */
export function FindingList({ id, findings, nameOf, onFix }: Props) {
  const { t } = useLabels();
  return (
    <div id={id} className="icu-findings" role="status" aria-live="polite" aria-label={t('icu.findings')}>
      {findings.map(({ id: key, severity, message, field, defect, fixLabel, isListed }) => {
        const form = field === null ? null : nameOf(field);
        return (!isListed || fixLabel) && (
          <p key={key} className={severity}>
            {!isListed && (severity === 'error' ? <CircleAlert aria-hidden size={16} /> : <TriangleAlert aria-hidden size={16} />)}
            {!isListed && <span dir="auto">{form === null ? message : t('icu.inForm', { form, finding: message })}</span>}
            {defect && fixLabel && <Button className="button small" onPress={() => onFix(defect)}>{fixLabel}</Button>}
          </p>
        );
      })}
    </div>
  );
}
