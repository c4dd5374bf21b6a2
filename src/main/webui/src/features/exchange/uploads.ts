import { zipSync } from 'fflate';
import type { DropItem } from 'react-aria-components';
import type { Upload } from '../../api/imports';

/** A file that was chosen, with its path in the chosen folder: folders often name the locale. */
export interface PickedFile {
  path: string;
  file: File;
}

/** The largest upload that the service accepts. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** Returns one upload: the file itself, or an archive of several. */
export async function pack(files: readonly PickedFile[]): Promise<Upload | null> {
  const [first] = files;
  if (!first) {
    return null;
  }
  if (files.length === 1) {
    return { name: first.path, content: first.file };
  }
  const contents: Record<string, Uint8Array> = {};
  for (const { path, file } of files) {
    contents[path] = new Uint8Array(await file.arrayBuffer());
  }
  return { name: 'files.zip', content: new Blob([zipSync(contents)], { type: 'application/zip' }) };
}

/** Reads the files of a file dialog. Those of a folder have their path in it. */
export function fromList(files: FileList): PickedFile[] {
  return withoutHidden([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** Reads dropped files and folders, with all that is in them. */
export async function fromDrop(items: Iterable<DropItem> | AsyncIterable<DropItem>, parent = ''): Promise<PickedFile[]> {
  const files: PickedFile[] = [];
  for await (const item of items) {
    if (item.kind === 'file') {
      files.push({ path: parent + item.name, file: await item.getFile() });
    } else if (item.kind === 'directory') {
      files.push(...await fromDrop(item.getEntries(), `${parent}${item.name}/`));
    }
  }
  return withoutHidden(files);
}

/** Operating systems and version control keep hidden files in folders. */
function withoutHidden(files: readonly PickedFile[]): PickedFile[] {
  return files.filter(({ path }) => !path.split('/').some((segment) => segment.startsWith('.')));
}
