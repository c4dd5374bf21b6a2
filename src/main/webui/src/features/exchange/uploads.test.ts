import { unzipSync } from 'fflate';
import type { DropItem } from 'react-aria-components';
import { expect, test } from 'vitest';
import { fromDrop, pack } from './uploads';

function file(name: string, text = 'a=b'): File {
  return new File([text], name);
}

function fileItem(name: string): DropItem {
  return { kind: 'file', type: '', name, getFile: () => Promise.resolve(file(name)), getText: () => Promise.resolve('') };
}

function folder(name: string, ...items: DropItem[]): DropItem {
  return { kind: 'directory', name, async* getEntries() { yield* items; } } as unknown as DropItem;
}

test('sends one file as it is', async () => {
  const picked = { path: 'i18n/messages_de.properties', file: file('messages_de.properties') };
  expect(await pack([picked])).toEqual({ name: 'i18n/messages_de.properties', content: picked.file });
});

test('sends several files in one archive with their paths', async () => {
  const upload = await pack([
    { path: 'de/app.json', file: file('app.json', '{"a":"ä"}') }, { path: 'ar/app.json', file: file('app.json', '{}') },
  ]);
  expect(upload?.name).toBe('files.zip');
  const contents = unzipSync(new Uint8Array(await (upload?.content ?? new Blob()).arrayBuffer()));
  expect(Object.keys(contents)).toEqual(['de/app.json', 'ar/app.json']);
  expect(new TextDecoder().decode(contents['de/app.json'])).toBe('{"a":"ä"}');
});

test('sends nothing without files', async () => {
  expect(await pack([])).toBeNull();
});

test('reads dropped folders, without hidden files', async () => {
  const german = folder('de', fileItem('app.json'), fileItem('.DS_Store'));
  const items = [folder('app', german, folder('.git', fileItem('HEAD'))), fileItem('a.csv')];
  expect((await fromDrop(items)).map(({ path }) => path)).toEqual(['app/de/app.json', 'a.csv']);
});
