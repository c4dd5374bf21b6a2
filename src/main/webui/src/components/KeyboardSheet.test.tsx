import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../test/render';
import { KeyboardSheetProvider } from './KeyboardSheet';

function open() {
  renderPage(<KeyboardSheetProvider><input aria-label="Text" /></KeyboardSheetProvider>);
  return userEvent.setup();
}

test('a question mark opens the shortcuts and Escape closes them', async () => {
  const user = open();
  await user.keyboard('?');
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a question mark in a field is text', async () => {
  const user = open();
  await user.type(screen.getByLabelText('Text'), 'Really?');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('Ctrl and slash open the shortcuts from a field', async () => {
  const user = open();
  await user.click(screen.getByLabelText('Text'));
  await user.keyboard('{Control>}/{/Control}');
  expect(screen.getByRole('dialog')).toBeTruthy();
});
