import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Moves the focus to the heading of each page that is opened, so that screen readers and the keyboard start there. */
export function useHeadingFocus(): void {
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    const main = document.getElementById('main');
    if (main === null || previous.current === pathname) {
      return undefined;
    }
    previous.current = pathname;
    if (focusHeading(main)) {
      return undefined;
    }
    // The heading of a page that loads its data appears later.
    const observer = new MutationObserver(() => focusHeading(main) && observer.disconnect());
    observer.observe(main, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [pathname]);
}

/** Returns whether the page has its focus: a page may have chosen a field itself. */
function focusHeading(main: HTMLElement): boolean {
  const heading = main.querySelector('h1');
  if (heading === null) {
    return false;
  }
  if (!main.contains(document.activeElement) || document.activeElement === main) {
    heading.tabIndex = -1;
    heading.focus();
  }
  return true;
}
