import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPage } from '../../../test/render';
import { ContextPanel } from './ContextPanel';

interface Sent {
  method: string;
  path: string;
  body: unknown;
  ifMatch: string | null;
}

const sent: Sent[] = [];
let comments: object[] = [];

const message = {
  key: 'card', code: 'PAY-1', reason: 'CARD', httpStatus: 402, lifecycle: 'active', tags: ['bank'],
  arguments: [{ name: 'n', type: 'number', example: '2' }],
  texts: [
    { locale: 'en', message: 'Card declined', state: 'approved', stale: false, version: 1 },
    { locale: 'de', message: 'Kreditkarte abgelehnt', state: 'draft', stale: false, version: 2 },
    { locale: 'fr', message: 'Carte refusée', state: 'approved', stale: true, version: 1 },
  ],
};
const recorded = (text: string) => ({ text: { message: text, description: '', syntax: 'icu', state: 'draft' } });
const change = { cause: 'edit', changedAt: '2026-11-28T10:00:00Z', changedBy: 'anna', ordinal: 1 };

function respond(method: string, path: string): [number, unknown] {
  const route = path.replace('/v1/catalogs/pay', '');
  if (path.startsWith('/v1/session')) {
    return [200, { signedIn: true, name: 'anna', kind: 'person', administrator: false, catalogs: [{ catalog: 'pay', permissions: ['translate'] }] }];
  }
  if (route.includes('/suggestions?locale=de&machine=true')) {
    return [200, { suggestions: [], machine: { code: 'machine-translation-off', title: 'Machine translation is off', detail: '' } }];
  }
  if (route.includes('/suggestions')) {
    return [200, { suggestions: [{ kind: 'memory', catalog: 'shop', key: 'x', message: 'Karte abgelehnt', source: 'Card declined', similarity: 1 }] }];
  }
  if (route.startsWith('/glossary')) {
    const terms = [{ term: 'card', translations: { de: 'Karte' }, doNotTranslate: false, notes: '' }, { term: 'bank', translations: {}, doNotTranslate: false, notes: '' }];
    return [200, { terms }];
  }
  if (route.startsWith('/changes')) {
    return [200, { changes: [
      { ...change, revision: 9, version: 2, before: recorded('Karte abgelehnt'), after: recorded('Kreditkarte abgelehnt') },
      { ...change, revision: 8, version: 1, after: recorded('Karte abgelehnt') },
    ] }];
  }
  if (route.startsWith('/people')) {
    return [200, { people: [{ person: 'bert' }, { person: 'carla' }] }];
  }
  if (route.includes('/comments')) {
    return method === 'DELETE' ? [204, undefined] : [200, { comments }];
  }
  return [200, message];
}

// The first rendering compiles much code, which is slow on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  sent.length = 0;
  comments = [];
  // jsdom has no CSS.escape. The keys of the tabs need none.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  vi.stubGlobal('fetch', (url: string, { method = 'GET', body, headers }: RequestInit = {}) => {
    sent.push({ method, path: url, body: typeof body === 'string' ? JSON.parse(body) : null, ifMatch: new Headers(headers).get('if-match') });
    const [status, answer] = respond(method, url);
    const content = answer === undefined ? null : JSON.stringify(answer);
    return Promise.resolve(new Response(content, { status, headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' } }));
  });
});
afterEach(() => vi.unstubAllGlobals());

function open(onUse: (text: string) => void = () => undefined, isEditable = true) {
  renderPage(<ContextPanel catalog="pay" messageKey="card" locale="de" sourceLocale="en" value="" isEditable={isEditable} onUse={onUse} />);
  return userEvent.setup();
}

describe('ContextPanel', () => {
  it('uses suggestions by press and by digit, and the source as 0', async () => {
    const used: string[] = [];
    const user = open((text) => used.push(text));
    await user.click(await screen.findByRole('button', { name: 'Use suggestion 1' }));
    await user.keyboard('{Control>}j{/Control}[Digit1]');
    await user.keyboard('{Control>}j{/Control}[Digit0]');
    await user.keyboard('[Digit1]');
    expect(used).toEqual(['Karte abgelehnt', 'Karte abgelehnt', 'Card declined']);
  });

  it('asks for no suggestions in a language that the person may not edit', async () => {
    open(() => undefined, false);
    expect(await screen.findByText('Carte refusée')).toBeDefined();
    expect(screen.queryByRole('tab', { name: 'Suggestions' })).toBeNull();
    expect(sent.some(({ path }) => path.includes('/suggestions'))).toBe(false);
  });

  it('says why there is no machine translation', async () => {
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Machine translation' }));
    expect(await screen.findByText('Machine translation is off')).toBeDefined();
  });

  it('loads a tab only when it is opened', async () => {
    const user = open();
    await screen.findByRole('button', { name: 'Use suggestion 1' });
    expect(sent.some(({ path }) => path.includes('/changes') || path.includes('/glossary') || path.includes('/comments'))).toBe(false);
    await user.click(screen.getByRole('tab', { name: 'Glossary' }));
    expect((await screen.findByText('Card', { selector: 'mark' })).tagName).toBe('MARK');
    expect(screen.getByText('Karte')).toBeDefined();
    expect(screen.queryByText('bank')).toBeNull();
  });

  it('shows the other languages', async () => {
    const user = open();
    await user.click(screen.getByRole('tab', { name: 'Other languages' }));
    expect((await screen.findByText('Carte refusée')).lang).toBe('fr');
    expect(screen.queryByText('Kreditkarte abgelehnt')).toBeNull();
  });

  it('shows changed words and restores a version against the present one', async () => {
    const user = open();
    await user.click(screen.getByRole('tab', { name: 'History' }));
    expect((await screen.findByText('Kreditkarte')).tagName).toBe('INS');
    await user.click(screen.getByRole('button', { name: 'Restore version 1' }));
    expect(sent.find(({ method }) => method === 'POST')).toEqual({
      method: 'POST', path: '/v1/catalogs/pay/messages/card/texts/de/restore', body: { version: 1 }, ifMatch: '"2"',
    });
    expect(await screen.findByText('Version 1 is restored')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Restore version 2' })).toBeNull();
  });

  it('writes a comment with a completed mention', async () => {
    const user = open();
    await user.click(screen.getByRole('tab', { name: 'Comments' }));
    expect(await screen.findByText('No comment yet')).toBeDefined();
    const field = screen.getByRole('textbox', { name: 'New comment' });
    await user.type(field, 'Right, @c');
    await user.click(await screen.findByRole('option', { name: 'carla' }));
    await user.type(field, '?', { skipClick: true });
    await user.click(screen.getByRole('button', { name: 'Comment' }));
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({ path: '/v1/catalogs/pay/messages/card/comments', body: { text: 'Right, @carla ?', locale: 'de' } });
  });

  it('resolves comments, and deletes only those of the person', async () => {
    const written = { createdAt: '2026-11-28T10:00:00Z', text: 'Hello', status: 'open', mentions: [] };
    comments = [{ ...written, id: 1, author: 'anna', locale: 'de' }, { ...written, id: 2, author: 'bert' }];
    const user = open();
    await user.click(screen.getByRole('tab', { name: 'Comments' }));
    const [own, others] = await screen.findAllByRole('listitem');
    if (!own || !others) {
      throw new Error('no comments');
    }
    expect(within(others).getByText('All languages')).toBeDefined();
    expect(within(others).queryByRole('button', { name: 'Delete' })).toBeNull();
    await user.click(within(others).getByRole('button', { name: 'Resolve' }));
    await user.click(within(own).getByRole('button', { name: 'Delete' }));
    expect(sent.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path.replace('/v1/catalogs/pay/messages/card', '')}`))
      .toEqual(['POST /comments/2/resolve', 'DELETE /comments/1']);
  });

  it('shows the arguments and the status of the message', async () => {
    const user = open();
    await user.click(screen.getByRole('tab', { name: 'Details' }));
    expect(await screen.findByRole('row', { name: 'n Number 2' })).toBeDefined();
    expect(screen.getByText('402')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Public page of the code' }).getAttribute('href')).toBe('/codes/pay/card');
  });
});
