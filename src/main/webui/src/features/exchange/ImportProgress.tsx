import { Label, ProgressBar } from 'react-aria-components';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  label: string;
  /** The number of messages that were compared so far. */
  processed: number;
  total?: number | undefined;
}

/** Shows the progress of an import. */
export function ImportProgress({ label, processed, total }: Props) {
  const { t } = useLabels();
  const text = t('exchange.compared', { count: processed });
  return (
    <ProgressBar className="exchange-progress" value={total ? Math.min(processed, total) : 0} maxValue={total ?? 1} valueLabel={text}
      isIndeterminate={!total}>
      {({ percentage }) => (
        <>
          <div className="exchange-progress-text">
            <Label>{label}</Label>
            {processed > 0 && <span className="muted">{text}</span>}
          </div>
          <svg className="exchange-bar" aria-hidden viewBox="0 0 100 1" preserveAspectRatio="none">
            <rect width={percentage ?? 100} height="1" className={percentage === undefined ? 'indeterminate' : undefined} />
          </svg>
        </>
      )}
    </ProgressBar>
  );
}
