import { ApiError } from '../api/client';
import { ProblemMessage } from '../components/ProblemMessage';
import { useLabels } from '../labels/LabelProvider';

interface Place {
  offset: number;
  line: number;
  column: number;
}

/** Shows why a text cannot be rendered, with a mark at the position. */
export function PreviewError({ error, text }: { error: unknown; text: string }) {
  const { t } = useLabels();
  const place = error instanceof ApiError ? placeOf(error.problem['arguments']) : null;
  if (place === null || place.offset > text.length) {
    return <ProblemMessage error={error} />;
  }
  const end = Math.min(place.offset + 1, text.length);
  return (
    <div className="icu-preview-error" role="status">
      <p>{t('icu.preview.errorAt', { line: place.line, column: place.column })}</p>
      <p className="icu-preview-text" dir="auto">
        {text.slice(0, place.offset)}
        <mark>{text.slice(place.offset, end) || '…'}</mark>
        {text.slice(end)}
      </p>
    </div>
  );
}

function placeOf(args: unknown): Place | null {
  if (typeof args !== 'object' || args === null || !('offset' in args) || !('line' in args) || !('column' in args)) {
    return null;
  }
  const { offset, line, column } = args;
  return typeof offset === 'number' && typeof line === 'number' && typeof column === 'number' ? { offset, line, column } : null;
}
