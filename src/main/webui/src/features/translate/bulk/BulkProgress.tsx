import { Label, ProgressBar } from 'react-aria-components';
import { useLabels } from '../../../labels/LabelProvider';

interface Props {
  isRunning: boolean;
  isUndone: boolean;
  done: number;
  total: number;
  changed: number;
  refusals: number;
  refused: { key: string; reason: string }[];
}

/** Shows the progress of a bulk change, with the rejected messages. */
export function BulkProgress({ isRunning, isUndone, done, total, changed, refusals, refused }: Props) {
  const { t } = useLabels();
  return (
    <div className="translate-progress">
      <ProgressBar value={done} maxValue={Math.max(total, 1)}>
        {({ percentage = 0, valueText }) => (
          <>
            <Label>{t(isRunning ? 'translate.running' : isUndone ? 'translate.undoneAll' : 'translate.finished')}</Label>
            <span className="muted">{valueText}</span>
            <div className="translate-progress-bar"><div style={{ inlineSize: `${percentage}%` }} /></div>
          </>
        )}
      </ProgressBar>
      {!isRunning && !isUndone && <p role="status">{t('translate.changed', { count: changed })}</p>}
      {refusals > 0 && (
        <details>
          <summary>{t('translate.refused', { count: refusals })}</summary>
          <ul>{refused.map(({ key, reason }) => <li key={key}><code dir="ltr">{key}</code> <span className="muted" dir="auto">{reason}</span></li>)}</ul>
        </details>
      )}
    </div>
  );
}
