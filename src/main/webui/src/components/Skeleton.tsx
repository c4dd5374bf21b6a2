import { useLabels } from '../labels/LabelProvider';

/** The outline of what is loading, in its place, so that nothing moves when it arrives. */
export function Skeleton({ lines }: { lines: number }) {
  const { t } = useLabels();
  return (
    <div className="skeleton" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: lines }, (_, line) => <span key={line} />)}
    </div>
  );
}
