import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Storage } from './index.js';

/** Stores texts in files of a folder, each of which is replaced atomically. */
export function fileStorage(folder: string): Storage {
  const path = (key: string) => join(folder, `${createHash('sha256').update(key).digest('hex')}.json`);
  return {
    async get(key) {
      try {
        return await readFile(path(key), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
          return null;
        }
        throw error;
      }
    },
    async set(key, value) {
      await mkdir(folder, { recursive: true });
      const written = `${path(key)}.${randomUUID()}`;
      try {
        await writeFile(written, value);
        await rename(written, path(key));
      } finally {
        await rm(written, { force: true });
      }
    },
  };
}
