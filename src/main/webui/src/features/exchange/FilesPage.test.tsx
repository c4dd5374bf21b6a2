import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, test, vi } from 'vitest';
import { FakeResponse, fakeService, problem, shopAnswers } from '../../test/fakeService';
import { renderPage } from '../../test/render';
import { FilesPage } from './FilesPage';

// Roles are slow to find in jsdom, all the more on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const counts = { new: 2, changed: 0, same: 3, removed: 0, conflicting: 0, refused: 0 };
const plan = {
  id: '1', status: 'done', dryRun: true, processed: 5, newLocales: [], counts,
  files: [{
    file: 'codes.csv', format: 'csv', formatConfidence: 0.95, dialect: 'icu', dialectConfidence: 0.6, locale: 'en', entries: 5,
    issues: [{ reason: 'empty', line: 7, key: 'x' }], issueCount: 1,
    mapping: [{ column: 'Nr', field: 'code', confidence: 0.97 }, { column: 'Meldung', field: 'ignored', confidence: 0.5 }],
  }],
};
const entries = {
  entries: [{ kind: 'new', file: 'codes.csv', line: 2, key: 'A1', locale: 'en', reason: 'new-message' }],
};
const answers = {
  ...shopAnswers(['read', 'read-draft', 'import', 'manage']),
  'GET /v1/catalogs/shop/imports/1/entries': entries,
  'POST /v1/catalogs/shop/imports': plan,
};

function open(address = '') {
  const routes = <Routes><Route path="/catalogs/:catalog/files" element={<FilesPage />} /></Routes>;
  const page = renderPage(routes, `/catalogs/shop/files${address}`);
  const user = userEvent.setup();
  const choose = async (...files: File[]) => {
    await screen.findByRole('button', { name: 'Choose files' });
    const input = page.container.querySelector<HTMLInputElement>('input[type=file]');
    await user.upload(input ?? document.createElement('input'), files);
  };
  return { user, choose };
}

const file = new File(['Nr,Meldung\nA1,Limit'], 'codes.csv');

test('shows the plan before anything is stored, then stores and undoes it', async () => {
  const requests = fakeService({
    ...answers,
    'POST /v1/catalogs/shop/imports': ({ url }: { url: string }) =>
      (url.includes('dryRun=true') ? plan : { ...plan, id: '2', dryRun: false, revision: 8 }),
    'POST /v1/catalogs/shop/changes/8/revert': { revision: 9, changes: 2 },
  });
  const { user, choose } = open();
  await choose(file);
  expect(await screen.findByText('95 % certain')).toBeDefined();
  expect(await screen.findByText('codes.csv:2')).toBeDefined();
  expect(screen.getByText('3 entries are the same')).toBeDefined();
  expect(requests.filter(({ method }) => method === 'POST').map(({ url }) => url))
    .toEqual(['/v1/catalogs/shop/imports?file=codes.csv&dryRun=true']);

  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Codes');
  await user.click(screen.getByRole('button', { name: 'Import 2 entries' }));
  expect(await screen.findByText('2 entries were imported')).toBeDefined();
  const stored = requests.find(({ url }) => url.includes('dryRun=false'));
  expect(stored?.url).toContain('comment=Codes');
  expect(stored?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
  expect(stored?.body).toBe('Nr,Meldung\nA1,Limit');

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('The import was undone')).toBeDefined();
});

test('offers to leave out what cannot be imported', async () => {
  const refused = {
    entries: [{ kind: 'refused', file: 'codes.csv', line: 3, key: 'A2', locale: 'en', reason: 'invalid-text', detail: 'unmatched brace' }],
  };
  const requests = fakeService({
    ...answers,
    'POST /v1/catalogs/shop/imports': { ...plan, counts: { ...counts, refused: 1 } },
    'GET /v1/catalogs/shop/imports/1/entries?kind=refused': refused,
  });
  const { user, choose } = open();
  await choose(file);
  expect(await screen.findByText('unmatched brace')).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import 2 entries' }).disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Leave refused texts out' }));
  expect(await screen.findByRole<HTMLButtonElement>('button', { name: 'Import 2 entries' })).toHaveProperty('disabled', false);
  expect(requests.at(-1)?.url ?? '').not.toContain('dryRun=false');
  expect(requests.filter(({ method }) => method === 'POST').at(-1)?.url).toContain('skipRefused=true');
});

test('sends the corrected columns', async () => {
  const requests = fakeService(answers);
  const { user, choose } = open();
  await choose(file);
  const row = within((await screen.findByText('Meldung')).closest('li') ?? document.body);
  await user.click(row.getByRole('button', { name: /Meaning/ }));
  await user.click(await screen.findByRole('option', { name: 'Text' }));
  await user.click(screen.getByRole('button', { name: 'Use these columns' }));
  await screen.findByText('codes.csv:2');
  const mapping = new URLSearchParams(requests.filter(({ method }) => method === 'POST').at(-1)?.url.split('?')[1]).get('mapping');
  expect(JSON.parse(mapping ?? '')).toEqual({ columns: [{ column: 'Nr', field: 'code' }, { column: 'Meldung', field: 'message' }] });
});

test('says why a file cannot be read', async () => {
  fakeService({ ...answers, 'POST /v1/catalogs/shop/imports': problem(422, 'malformed-file', 'The error is at line 4.') });
  const { choose } = open();
  await choose(file);
  expect(await screen.findByText('The error is at line 4.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('people who may not import see why', async () => {
  fakeService({ ...answers, ...shopAnswers(['read', 'read-draft']) });
  open();
  expect(await screen.findByText(/but not import them/)).toBeDefined();
});

test('names what a format cannot hold before the download', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
  const requests = fakeService({
    ...answers,
    'GET /v1/catalogs/shop/exports/en': new FakeResponse(200, 'a=b', {
      'Content-Type': 'text/plain', 'Content-Disposition': 'attachment; filename="en.json"', 'Parlance-Lossy': '"total"',
    }),
    'GET /v1/catalogs/shop/bundles/en/loss': { losses: [{ key: 'total', reason: 'plural-form', argument: 'count' }] },
  });
  const { user } = open('?view=export');
  await user.click(await screen.findByRole('checkbox', { name: 'German' }));
  await user.click(screen.getByRole('button', { name: 'Prepare the files' }));
  expect(await screen.findByText('1 message is not exact in this format')).toBeDefined();
  expect(screen.getByText(/Plural forms/).textContent).toContain('count');
  expect(screen.getByRole('link', { name: /Download en.json/ }).getAttribute('download')).toBe('en.json');
  expect(requests.find(({ url }) => url.includes('/exports/'))?.url).toBe('/v1/catalogs/shop/exports/en?format=json');
});
