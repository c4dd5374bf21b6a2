import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../test/render';
import { Field } from './Field';

test('a required field is marked, and keeps the line of its validation when it is left', async () => {
  const { container } = renderPage(<form><Field label="Reason" isRequired /><Field label="Tags" /><button>Create</button></form>);
  expect(screen.getByText('Reason').className).toContain('required');
  expect(screen.getByText('Tags').className).not.toContain('required');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));
  expect(container.querySelector('.field-validation')?.textContent).not.toBe('');
  await userEvent.type(screen.getByLabelText('Reason'), 'X');
  await userEvent.tab();
  expect(container.querySelectorAll('.field-validation')).toHaveLength(1);
});
