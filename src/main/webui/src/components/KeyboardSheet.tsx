import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useLabels } from '../labels/LabelProvider';
import { Dialog } from './Dialog';
import { isTyping } from './isTyping';
import { KeyboardTable } from './KeyboardTable';

const SheetContext = createContext<() => void>(() => undefined);

/** Returns a function that opens the keyboard map. */
export function useKeyboardSheet(): () => void {
  return useContext(SheetContext);
}

/** Opens the keyboard map with `?`, except in fields, and with `Mod+/`. */
export function KeyboardSheetProvider({ children }: { children: ReactNode }) {
  const { t } = useLabels();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const isQuestionMark = event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event);
      if (isQuestionMark || (event.key === '/' && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  const close = () => setOpen(false);
  return (
    <SheetContext.Provider value={() => setOpen(true)}>
      {children}
      <Dialog title={t('common.keys.title')} isOpen={isOpen} onClose={close} isWide>
        <KeyboardTable />
        <div className="dialog-actions"><Button className="button" onPress={close}>{t('common.close')}</Button></div>
      </Dialog>
    </SheetContext.Provider>
  );
}
