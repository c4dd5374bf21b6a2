import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { get } from '../api/client';
import { renderPage } from '../test/render';
import { serve } from '../test/service';
import { UnreachableBanner } from './UnreachableBanner';

test('appears when a request fails and goes away when the service answers again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  serve({});
  renderPage(<UnreachableBanner />);
  expect(screen.queryByText(/^The service cannot be reached/)).toBeNull();
  await expect(get('/v1/x')).rejects.toThrow();
  expect(await screen.findByText(/^The service cannot be reached/)).toBeTruthy();
  serve({ 'GET /v1/session/status': { json: { signedIn: true } } });
  await vi.advanceTimersByTimeAsync(3500);
  await waitFor(() => expect(screen.queryByText(/^The service cannot be reached/)).toBeNull());
  vi.useRealTimers();
});
