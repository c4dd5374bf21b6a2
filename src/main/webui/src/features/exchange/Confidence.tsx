import { useLabels } from '../../labels/LabelProvider';

const PERCENT = 100;
const CERTAIN = 0.8;

/** Shows a confidence from 0 to 1. */
export function Confidence({ value }: { value: number }) {
  const { t } = useLabels();
  return (
    <span className={value >= CERTAIN ? 'badge success' : 'badge warning'}>
      {t('exchange.confidence', { percent: Math.round(value * PERCENT) })}
    </span>
  );
}
