import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../../test/render';
import { serve } from '../../test/service';
import { Mentions } from './Mentions';

const COMMENT = { author: 'anna', createdAt: '2026-11-28T10:00:00Z', status: 'open', mentions: ['mia'] };

test('leads to the message of each comment', async () => {
  serve({
    'GET /v1/session/mentions': {
      json: {
        comments: [
          { ...COMMENT, id: 2, catalog: 'shop', key: 'paid', locale: 'de', text: '@mia, is this formal?' },
          { ...COMMENT, id: 1, catalog: 'shop', key: 'sent', text: '@mia, which order?' },
        ],
      },
    },
  });
  renderPage(<Mentions />);
  expect(await screen.findByText('@mia, is this formal?')).toBeTruthy();
  const links = screen.getAllByRole('link').map((it) => it.getAttribute('href'));
  expect(links).toEqual(['/catalogs/shop/translate/de?key=paid', '/go/shop/sent']);
});

test('takes no room without mentions', async () => {
  serve({ 'GET /v1/session/mentions': { json: { comments: [] } } });
  const { container } = renderPage(<Mentions />);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(container.querySelector('section')).toBeNull();
});
