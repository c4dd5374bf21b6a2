import { beforeEach, expect, test, vi } from 'vitest';
import { fakeService } from '../test/fakeService';
import { followImport } from './imports';

/** The events of the service, which the tests send. */
class FakeEvents extends EventTarget {
  static last: FakeEvents | undefined;
  closed = false;

  constructor(readonly url: string) {
    super();
    FakeEvents.last = this;
  }

  close() {
    this.closed = true;
  }

  progress(status: string, processed: number) {
    this.dispatchEvent(new MessageEvent('progress', { data: JSON.stringify({ status, processed }) }));
  }
}

beforeEach(() => {
  FakeEvents.last = undefined;
  vi.stubGlobal('EventSource', FakeEvents);
});

test('reports the progress of an import, and returns it at its end', async () => {
  fakeService({ 'GET /v1/catalogs/shop/imports/1': { id: '1', status: 'done', processed: 9 } });
  const progress = vi.fn();
  const ended = followImport('shop', '1', progress);
  expect(FakeEvents.last?.url).toBe('/v1/catalogs/shop/imports/1/events');
  FakeEvents.last?.progress('running', 4);
  FakeEvents.last?.progress('done', 9);
  expect((await ended).status).toBe('done');
  expect(FakeEvents.last?.closed).toBe(true);
  expect(progress.mock.calls.map(([processed]) => processed as number)).toEqual([4, 9, 9]);
});

test('asks again if the events break off', async () => {
  vi.useFakeTimers();
  try {
    const answers = [{ id: '1', status: 'running', processed: 5 }, { id: '1', status: 'refused', processed: 9 }];
    fakeService({ 'GET /v1/catalogs/shop/imports/1': () => answers.shift() });
    const progress = vi.fn();
    const ended = followImport('shop', '1', progress);
    FakeEvents.last?.dispatchEvent(new Event('error'));
    await vi.runAllTimersAsync();
    expect((await ended).status).toBe('refused');
    expect(progress.mock.calls.map(([processed]) => processed as number)).toEqual([5, 9]);
  } finally {
    vi.useRealTimers();
  }
});
