import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

type Announce = (text: string) => void;

const AnnouncementContext = createContext<Announce>(() => undefined);

/** Returns a function that shows a short text for a moment and has it read out by screen readers. */
export function useAnnounce(): Announce {
  return useContext(AnnouncementContext);
}

const SHOWN_MILLISECONDS = 6000;

/** One place for short confirmations, such as "Saved". It takes no focus and covers nothing that is being edited. */
export function AnnouncementProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<{ text: string; id: number } | null>(null);
  const announce = useCallback((text: string) => {
    setCurrent((previous) => {
      const id = (previous?.id ?? 0) + 1;
      window.setTimeout(() => setCurrent((shown) => (shown?.id === id ? null : shown)), SHOWN_MILLISECONDS);
      return { text, id };
    });
  }, []);
  return (
    <AnnouncementContext.Provider value={announce}>
      {children}
      <div className="announcement" role="status" aria-live="polite">
        {current && <p key={current.id} dir="auto">{current.text}</p>}
      </div>
    </AnnouncementContext.Provider>
  );
}
