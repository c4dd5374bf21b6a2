/**
 * Runs an action with a signal that aborts after a while, or with another signal.
 *
 * @param action may call its second argument to restart the timer
 */
export async function limited<T>(
  time: number, signal: AbortSignal, action: (limit: AbortSignal, restart: () => void) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, time);
  };
  restart();
  signal.addEventListener('abort', stop);
  try {
    return await action(controller.signal, restart);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/**
 * Reads server-sent events until the stream ends, the signal aborts, or nothing arrives for a while.
 *
 * It uses `fetch`, because Node.js and workers have no `EventSource`. Rejects where responses cannot be streamed, as in React Native.
 */
export function readEvents(
  fetch: typeof globalThis.fetch, url: string, headers: Record<string, string>, silence: number, signal: AbortSignal,
  onEvent: (data: string) => void, onOpen: () => void,
): Promise<void> {
  return limited(silence, signal, async (limit, restart) => {
    const response = await fetch(url, { headers: { ...headers, Accept: 'text/event-stream' }, signal: limit });
    if (!response.ok || !response.body?.getReader) {
      throw new Error('No events');
    }
    onOpen();
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let buffer = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      restart();
      const lines = (buffer + decoder.decode(value, { stream: true })).split(/\r?\n/);
      buffer = lines.pop()!;
      for (const line of lines) {
        if (line.startsWith('data:')) {
          onEvent(line.slice(5));
        }
      }
    }
  });
}
