import { lazy, Suspense, useEffect, useImperativeHandle, useRef } from 'react';
import { useLabels } from '../labels/LabelProvider';
import type { PatternEditorHandle, PatternEditorProps } from './types';

export type { AfterSave, DeclaredArgument, Finding, PatternEditorHandle, PatternEditorProps, Syntax } from './types';

const LoadedEditor = lazy(async () => ({ default: (await import('./LoadedEditor')).LoadedEditor }));

/** The editor of a text. Its code is loaded on first use, and takes no room from the list before. */
export function PatternEditor({ ref, ...props }: PatternEditorProps) {
  const loaded = useRef<PatternEditorHandle>(null);
  const isFocusRequested = useRef(false);
  useImperativeHandle(ref, () => ({
    focus: () => {
      isFocusRequested.current = true;
      loaded.current?.focus();
    },
    insert: (text) => loaded.current?.insert(text),
    clear: () => loaded.current?.clear(),
    toggleSource: () => loaded.current?.toggleSource(),
  }), []);
  return (
    <Suspense fallback={<Loading />}>
      <LoadedEditor {...props} ref={loaded} />
      <Ready onReady={() => void (isFocusRequested.current && loaded.current?.focus())} />
    </Suspense>
  );
}

/** Mounted with the editor: calls back when it can take the focus. */
function Ready({ onReady }: { onReady: () => void }) {
  const callback = useRef(onReady);
  useEffect(() => {
    callback.current();
  }, []);
  return null;
}

function Loading() {
  const { t } = useLabels();
  return <div className="skeleton" role="status" aria-label={t('icu.loading')}><span /><span /></div>;
}
