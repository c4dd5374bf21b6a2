import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Finding } from '../../../api/draftTexts';
import { renderPage } from '../../../test/render';
import { EditSession } from '../editing/editSession';
import { WorkspaceContext } from '../workspace';
import type { OpenText } from './useOpenText';
import { useSaving } from './useSaving';

const BASE = { message: '', description: '', syntax: 'icu', version: 0 } as const;
const MISSING: Finding = { check: 'arguments', severity: 'error', part: 'message', start: 0, end: 1, title: '', detail: '' };

function session(saved: string[]): EditSession {
  const drafts = { load: () => Promise.resolve(new Map()), keep: () => Promise.resolve(), remove: () => Promise.resolve() };
  return new EditSession((_key, base, version, content, { state }) => {
    saved.push(content.message);
    return Promise.resolve({ ...content, syntax: base.syntax, state, version: version + 1 });
  }, drafts, { onSaved: () => undefined, onStorageFailure: () => undefined });
}

function Saving({ open }: { open: OpenText }) {
  const { save } = useSaving(open, () => Promise.resolve(null));
  return <button type="button" onClick={() => void save('next')}>Save</button>;
}

function renderSaving(edits: EditSession, isChecked: boolean) {
  const edit = edits.snapshot().get('paid');
  const open = {
    message: { key: 'paid', code: 'paid' }, text: null, source: null, loaded: BASE, edit, content: edit, findings: [MISSING], isChecked, isOutdated: false,
  } as unknown as OpenText;
  const workspace = {
    catalog: 'shop', locale: 'de', sourceLocale: 'en', direction: 'ltr', person: 'dora', permissions: { translate: true, approve: false },
    list: { catalog: 'shop', locale: 'de', sort: 'position', filters: {} }, edits, others: [],
  } as const;
  renderPage(
    <WorkspaceContext.Provider value={workspace as never}><Saving open={open} /></WorkspaceContext.Provider>,
  );
}

it('does not judge a text by the findings of an earlier one', async () => {
  const saved: string[] = [];
  const edits = session(saved);
  edits.change('paid', BASE, { message: 'Hallo {name}!', description: '' });
  renderSaving(edits, false);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved).toEqual(['Hallo {name}!']);
});

it('does not save a text with an error', async () => {
  const saved: string[] = [];
  const edits = session(saved);
  edits.change('paid', BASE, { message: 'Hallo!', description: '' });
  renderSaving(edits, true);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved).toEqual([]);
  expect(screen.getByText('Correct the error first.')).toBeDefined();
});
