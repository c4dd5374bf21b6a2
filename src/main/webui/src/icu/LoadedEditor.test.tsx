import { EditorView } from '@codemirror/view';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type Ref } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPage } from '../test/render';
import { LoadedEditor } from './LoadedEditor';
import type { AfterSave, PatternEditorHandle, PatternEditorProps } from './types';

const ARABIC = '{count, plural, zero {لا بطاقات} one {بطاقة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}';
const ENGLISH = '{count, plural, one {# card} other {# cards}}';

// The first rendering compiles much code, which is slow on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  // The layout that jsdom lacks.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
afterEach(() => vi.unstubAllGlobals());

let value = '';

function Edited({ initial, ...props }: Partial<PatternEditorProps> & { initial: string; ref?: Ref<PatternEditorHandle> }) {
  const [text, setText] = useState(initial);
  value = text;
  return (
    <LoadedEditor
      value={text}
      onChange={setText}
      syntax="icu"
      locale="ar"
      direction="rtl"
      source={ENGLISH}
      arguments={[{ name: 'count', type: 'number' }]}
      findings={[]}
      onSave={() => undefined}
      label="Arabic"
      {...props}
    />
  );
}

function field(name: string): EditorView {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name }));
  if (!view) {
    throw new Error('no editor');
  }
  return view;
}

function type(name: string, text: string): void {
  act(() => field(name).dispatch({ changes: { from: 0, to: field(name).state.doc.length, insert: text }, userEvent: 'input' }));
}

describe('LoadedEditor', () => {
  it('has a field for each plural form of the language, in its direction', () => {
    renderPage(<Edited initial={ARABIC} />);
    const names = screen.getAllByRole('textbox').map((it) => it.getAttribute('aria-label'));
    expect(names).toEqual(['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `Arabic, ${form}`));
    const few = screen.getByRole('textbox', { name: 'Arabic, few' });
    expect(few.dir).toBe('rtl');
    expect(few.lang).toBe('ar');
    expect(screen.getByText('3, 4, 5, 6')).toBeDefined();
  });

  it('changes only the form that is edited', () => {
    renderPage(<Edited initial={ARABIC} />);
    type('Arabic, few', '# كروت');
    expect(value).toBe(ARABIC.replace('# بطاقات', '# كروت'));
  });

  it('switches to the source and back without a change', async () => {
    const user = userEvent.setup();
    renderPage(<Edited initial={ARABIC} />);
    await user.click(screen.getByRole('button', { name: 'Edit as source' }));
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    expect(field('Arabic').state.doc.toString()).toBe(ARABIC);
    await user.click(screen.getByRole('button', { name: 'Edit as forms' }));
    expect(screen.getAllByRole('textbox')).toHaveLength(6);
    expect(value).toBe(ARABIC);
  });

  it('starts an empty translation with the forms of its source', () => {
    renderPage(<Edited initial="" locale="ja" direction="ltr" label="Japanese" />);
    type('Japanese, other', 'カード#枚');
    expect(value).toBe('{count, plural, other {カード#枚}}');
    type('Japanese, other', '');
    expect(value).toBe('');
  });

  it('shows why a nested pattern opens as source', () => {
    renderPage(<Edited initial="{g, select, other {{count, plural, other {x}}}}" />);
    expect(screen.getByText(/stands inside of another/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Edit as forms' })).toBeNull();
  });

  it('keeps the view while a pattern is typed', () => {
    renderPage(<Edited initial="karta" locale="cs" source="card" direction="ltr" label="Czech" />);
    type('Czech', '{count, plural, other {x}}');
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Edit as forms' })).toBeDefined();
  });

  it('takes another text from outside', async () => {
    const user = userEvent.setup();
    function Replaced() {
      const [text, setText] = useState('eins');
      value = text;
      const button = <button type="button" onClick={() => setText(ENGLISH)}>Use</button>;
      return (
        <>
          {button}
          <LoadedEditor
            value={text} onChange={setText} syntax="icu" locale="de" direction="ltr" source="" arguments={[]} findings={[]}
            onSave={() => undefined} label="German"
          />
        </>
      );
    }
    renderPage(<Replaced />);
    await user.click(screen.getByRole('button', { name: 'Use' }));
    expect(field('German, one').state.doc.toString()).toBe('# card');
    type('German, one', '# Karte');
    expect(value).toBe('{count, plural, one {# Karte} other {# cards}}');
  });

  it('corrects a renamed argument with one press', async () => {
    const user = userEvent.setup();
    renderPage(<Edited initial="Zahle {betrag}" source="Pay {amount}" locale="de" direction="ltr" label="German" arguments={[{ name: 'amount', type: 'number' }]} />);
    const findings = screen.getByRole('status', { name: 'Findings' });
    expect(within(findings).getByText('{betrag} should be {amount}')).toBeDefined();
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    await user.click(within(findings).getByRole('button', { name: 'Replace {betrag} with {amount}' }));
    expect(value).toBe('Zahle {amount}');
    expect(findings.textContent).toBe('');
  });

  it('says what is wrong when the service found it too, and the page does not list it', () => {
    const served = [{ check: 'arguments', severity: 'error', message: 'The argument is missing.', isListed: false }];
    renderPage(<Edited initial="Zahle {amout}" source="Pay {amount} by {date}" locale="de" label="German" arguments={[]} findings={served} />);
    const findings = screen.getByRole('status', { name: 'Findings' });
    expect(within(findings).getByText('{amount} is missing')).toBeDefined();
    expect(within(findings).getByText('{amout} is not an argument of this message')).toBeDefined();
  });

  it('says what is wrong with the syntax, also when only the service knows', () => {
    const rejected = [{ check: 'pattern', severity: 'error', message: 'The format “choice” is not allowed.', isListed: false }];
    renderPage(<Edited initial="{n, choice, 0#a}" source="" locale="de" label="German" findings={rejected} />);
    expect(within(screen.getByRole('status', { name: 'Findings' })).getByText('The format “choice” is not allowed.')).toBeDefined();
  });

  it('names the form that a pattern lacks', () => {
    const rejected = [{ check: 'pattern', severity: 'error', message: 'The argument “name” has no branch “other”.', isListed: false }];
    renderPage(<Edited initial="{name, plural, one{a}}" source="" locale="de" label="German" findings={rejected} />);
    expect(within(screen.getByRole('status', { name: 'Findings' })).getByText('The form “other” is missing')).toBeDefined();
  });

  it('leaves findings that the page lists to it, but offers its correction', () => {
    const served = [{ check: 'edge-blanks', severity: 'warning', message: 'Blank at the end', range: { from: 4, to: 5 }, isListed: true }];
    renderPage(<Edited initial="Text " source="Text" findings={served} label="German" />);
    const findings = screen.getByRole('status', { name: 'Findings' });
    expect(findings.textContent).toBe('Remove the blank');
  });

  it('inserts arguments by chip and by digit, as a number sign in their own forms', async () => {
    const user = userEvent.setup();
    renderPage(<Edited initial="{count, plural, other {}}" locale="ja" />);
    await user.click(screen.getByRole('button', { name: /count/ }));
    expect(value).toBe('{count, plural, other {#}}');
    screen.getByRole('textbox').focus();
    await user.keyboard('{Control>}p{/Control}[Digit1]');
    expect(value).toBe('{count, plural, other {##}}');
  });

  it('saves by keys', async () => {
    const user = userEvent.setup();
    const saves: AfterSave[] = [];
    renderPage(<Edited initial="x" source="x" onSave={(then) => saves.push(then)} />);
    screen.getByRole('textbox').focus();
    await user.keyboard('{Control>}{Enter}s{/Control}{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    expect(saves).toEqual(['next', 'stay', 'approve']);
  });
});
