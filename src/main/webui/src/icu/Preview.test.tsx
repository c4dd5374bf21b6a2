import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderPage } from '../test/render';
import { Preview } from './Preview';

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body: unknown) {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}

function renderPreview(value: string) {
  renderPage(
    <Preview
      catalog="pay" messageKey="card" locale="ar" direction="rtl" syntax="icu" value={value} source="{n}" sourceSyntax="icu"
      arguments={[{ name: 'n', type: 'number', example: '5' }]}
    />,
  );
}

it('shows each form, rendered by the service, in the direction of the language', async () => {
  const bodies: string[] = [];
  vi.stubGlobal('fetch', (url: string, { body }: RequestInit) => {
    if (!url.endsWith('/preview')) {
      return Promise.resolve(answer(404, { title: 'Not found', status: 404, code: 'unknown' }));
    }
    bodies.push(String(body));
    const samples = ['صفر', 'واحد', 'اثنان', 'قليل', 'كثير', 'آخر'].map((text) => ({ text, missingArguments: [], invalidArguments: [] }));
    return Promise.resolve(answer(200, { samples }));
  });
  renderPreview('{n, plural, one{#} other{#}}');
  const few = await screen.findByText('قليل');
  expect(few.dir).toBe('rtl');
  expect(few.lang).toBe('ar');
  expect(screen.getByText('few · 3')).toBeDefined();
  expect(JSON.parse(bodies.at(-1) ?? '')).toMatchObject({
    locale: 'ar', key: 'card', samples: [{ n: '0' }, { n: '1' }, { n: '2' }, { n: '3' }, { n: '11' }, { n: '100' }],
  });
});

it('marks the spot of an error', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(answer(422, {
    title: 'Invalid pattern', status: 422, code: 'invalid-pattern', arguments: { pointer: '/text', offset: 4, line: 1, column: 5 },
  })));
  renderPreview('bad {x');
  expect(await screen.findByText('Error at line 1, column 5')).toBeDefined();
  expect(document.querySelector('mark')?.textContent).toBe('{');
});

it('asks for nothing while there is no text', () => {
  const fetched = vi.fn(() => Promise.resolve(answer(404, { title: 'Not found', status: 404, code: 'unknown' })));
  vi.stubGlobal('fetch', fetched);
  renderPreview('');
  expect(screen.getByText('The preview appears when there is a text.')).toBeDefined();
  expect(fetched.mock.calls.flat().filter((it) => String(it).endsWith('/preview'))).toEqual([]);
});
