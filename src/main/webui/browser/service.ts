import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the service, without a slash at the end. */
    serviceUrl: string;
    /** The token of the first start, with which the first administrator is created. */
    firstAdministratorToken: string;
  }
}

const JAR = resolve('../../../target/quarkus-app/quarkus-run.jar');
const LONGEST_START_SECONDS = 180;

/** The token of the operator, for the set-up of tests. */
export const OPERATOR_TOKEN = 'token-of-the-tests-only';

/** Starts the packaged service with an empty database for the time of the tests. */
export default async function start(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-browser-'));
  const [port, managementPort] = [await freePort(), await freePort()];
  const log = join(folder, 'service.log');
  const service = spawn('java', ['-Xmx512m', `-Dquarkus.http.port=${port}`, '-Dquarkus.http.host=127.0.0.1',
    `-Dquarkus.management.port=${managementPort}`, '-jar', JAR], {
    cwd: folder,
    env: { ...process.env, PARLANCE_ADMIN_TOKEN: OPERATOR_TOKEN, PARLANCE_SESSION_SECURE: 'false' },
    stdio: ['ignore', openSync(log, 'w'), openSync(log, 'a')],
  });
  const stop = () => {
    service.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await ready(service, log);
  } catch (error) {
    stop();
    throw error;
  }
  project.provide('serviceUrl', `http://localhost:${port}`);
  project.provide('firstAdministratorToken', firstAdministratorToken(log));
  return stop;
}

/** Waits for the token of the first administrator, which is logged when all shipped catalogs are served. */
async function ready(service: ChildProcess, log: string): Promise<void> {
  for (let second = 0; second < LONGEST_START_SECONDS; second++) {
    if (service.exitCode !== null) {
      break;
    }
    if (firstAdministratorToken(log) !== '') {
      return;
    }
    await new Promise((done) => setTimeout(done, 1000));
  }
  throw new Error(`The service did not start:\n${readFileSync(log, 'utf8')}`);
}

function firstAdministratorToken(log: string): string {
  const token = /first-administrator creates .* sends this token: ([0-9a-f]+)/.exec(readFileSync(log, 'utf8'))?.[1];
  return token ?? '';
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}
