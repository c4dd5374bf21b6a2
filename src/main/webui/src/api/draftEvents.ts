import { useEffect, useState } from 'react';
import { catalogPath } from './catalogs';
import { send } from './client';

/** The message and locale that a person has open. */
export interface Presence {
  person: string;
  key?: string;
  locale?: string;
}

export interface DraftRevision {
  revision: number;
  author: string;
  subjects: string[];
  texts: { key: string; locale: string }[];
  messages: string[];
  /** There were too many changes to list them. */
  truncated?: boolean;
}

export interface CommentEvent {
  key: string;
  locale?: string;
  comment: number;
  status: 'open' | 'resolved' | 'deleted';
  author: string;
}

export interface DraftEventHandlers {
  /** After a gap, anything may have changed. */
  onGap: () => void;
  onRevision: (revision: DraftRevision) => void;
  onComment: (comment: CommentEvent) => void;
}

interface PresenceChange extends Presence {
  present: boolean;
}

/**
 * Follows the changes of a draft, and returns the people who work in it.
 *
 * @param handlers must stay the same between renders
 */
export function useDraftEvents(catalog: string, handlers: DraftEventHandlers): Presence[] {
  const [people, setPeople] = useState<Presence[]>([]);
  useEffect(() => {
    const events = new EventSource(catalogPath(catalog, 'draft', 'events'));
    let revision: number | null = null;
    const follow = <T,>(name: string, handle: (data: T) => void) => {
      events.addEventListener(name, (event: MessageEvent<string>) => handle(JSON.parse(event.data) as T));
    };
    follow<{ revision: number; people: Presence[] }>('state', (state) => {
      setPeople(state.people);
      if (revision !== null && state.revision !== revision) {
        handlers.onGap();
      }
      revision = state.revision;
    });
    follow<DraftRevision>('revision', (change) => {
      revision = change.revision;
      handlers.onRevision(change);
    });
    follow<CommentEvent>('comment', handlers.onComment);
    follow<PresenceChange>('presence', (change) => setPeople((before) => withPresence(before, change)));
    return () => events.close();
  }, [catalog, handlers]);
  return people;
}

/** Returns the people after one of them moved or left. */
export function withPresence(people: Presence[], { present, ...person }: PresenceChange): Presence[] {
  const others = people.filter((it) => it.person !== person.person);
  return present ? [...others, person] : others;
}

const PRESENCE_MILLISECONDS = 20_000;

/** Tells the others where the person works, from the visible tab only. */
export function useOwnPresence(catalog: string, locale: string, key: string | null): void {
  useEffect(() => {
    const url = catalogPath(catalog, 'draft', 'presence');
    const tell = () => {
      if (document.visibilityState === 'visible') {
        // Presence is a courtesy: the next one follows in any case.
        send('PUT', url, { body: key === null ? { locale } : { key, locale } }).catch(() => undefined);
      }
    };
    tell();
    const timer = window.setInterval(tell, PRESENCE_MILLISECONDS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [catalog, locale, key]);
  useEffect(() => () => {
    send('DELETE', catalogPath(catalog, 'draft', 'presence'), { keepalive: true }).catch(() => undefined);
  }, [catalog]);
}
