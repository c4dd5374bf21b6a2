/**
 * Reads server-sent events until the stream ends, the signal aborts, or nothing arrives for a while.
 *
 * It uses `fetch`, because Node.js and workers have no `EventSource`. Rejects where responses cannot be streamed, as in React Native.
 */
export async function readEvents(
  fetch: typeof globalThis.fetch, url: string, headers: Record<string, string>, silence: number, signal: AbortSignal,
  onEvent: (data: string) => void, onOpen: () => void,
): Promise<void> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  signal.addEventListener('abort', stop);
  let timer = setTimeout(stop, silence);
  try {
    const response = await fetch(url, { headers: { ...headers, Accept: 'text/event-stream' }, signal: controller.signal });
    if (!response.ok || !response.body?.getReader) {
      throw new Error(`Events: ${response.status}`);
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
      clearTimeout(timer);
      timer = setTimeout(stop, silence);
      const lines = (buffer + decoder.decode(value, { stream: true })).split(/\r?\n/);
      buffer = lines.pop()!;
      for (const line of lines) {
        if (line.startsWith('data:')) {
          onEvent(line.slice(5));
        }
      }
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop();
  }
}
