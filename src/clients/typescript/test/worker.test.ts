import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, writeFile, copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FakeService } from './fake-service.js';

const WORKER = `
import { createParlance } from './index.js';
export default {
  async fetch(request) {
    const url = new URL(request.url).searchParams.get('service');
    const parlance = createParlance({ url, catalog: 'shop', locale: 'de', events: false });
    await parlance.ready;
    parlance.close();
    return new Response(parlance.text('sum', { n: 1234.5 }));
  },
};`;

const CONFIG = (port: number) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "internet", network = (allow = ["public", "private", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js"), (name = "index.js", esModule = embed "index.js")],
  compatibilityDate = "2025-01-01",
);
`;

it('runs in a worker of workerd', async () => {
  const service = new FakeService().publish({ sum: 'Summe {n}' });
  const server = createServer(async (request, response) => {
    const answer = await service.fetch(`http://service${request.url}`);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  const probe = createServer();
  const listen = (it: ReturnType<typeof createServer>) => new Promise<number>(resolve =>
    it.listen(0, '127.0.0.1', () => resolve((it.address() as AddressInfo).port)));
  const port = await listen(server);
  const workerPort = await listen(probe);
  await new Promise(resolve => probe.close(resolve));
  const folder = await mkdtemp(join(tmpdir(), 'worker-'));
  await writeFile(join(folder, 'worker.js'), WORKER);
  await writeFile(join(folder, 'config.capnp'), CONFIG(workerPort));
  await copyFile(new URL('../dist/index.js', import.meta.url), join(folder, 'index.js'));
  const program: string = createRequire(import.meta.url)('workerd').default;
  const worker = spawn(program, ['serve', 'config.capnp'], { cwd: folder });
  let log = '';
  worker.stderr.on('data', chunk => {
    log += chunk;
  });
  try {
    let text = '';
    for (let i = 0; i < 100 && !text; i++) {
      text = await fetch(`http://127.0.0.1:${workerPort}/?service=http://127.0.0.1:${port}`).then(it => it.text(), () => '');
      if (!text) {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }
    expect(text, log).toBe('Summe 1.234,5');
  } finally {
    worker.kill();
    server.close();
  }
}, 30_000);
