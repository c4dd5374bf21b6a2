import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isTyping } from '../components/isTyping';

const CHORD_MILLISECONDS = 1500;

/** Opens a page with `g` and then its key. The open page has its own keys. */
export function useGoKeys(pages: Readonly<Record<string, string>>): void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useEffect(() => {
    let startedAt = Number.NEGATIVE_INFINITY;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
        return;
      }
      const page = pages[event.key];
      if (page !== undefined && page !== pathname && event.timeStamp - startedAt < CHORD_MILLISECONDS) {
        event.preventDefault();
        event.stopPropagation();
        void navigate(page);
      }
      startedAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    // Before the lists, whose type-ahead and review keys are the same letters.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [pages, navigate, pathname]);
}
