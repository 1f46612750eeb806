import type { FoundFile } from './find-files.js';

/** A file whose content has been hashed. */
export interface HashedFile extends FoundFile {
  hash: string;
}

/** Files that seem to hold the same bytes, the group that wastes most first; each group has at least two. */
export function groupDuplicates(files: readonly HashedFile[]): HashedFile[][] {
  const groups = new Map<string, HashedFile[]>();
  for (const file of files) {
    const key = `${file.bytes} ${file.hash}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .sort((a, b) => wastedBytes(b) - wastedBytes(a));
}

/** What a group of equal files takes beyond one of them, in bytes. */
export const wastedBytes = (group: readonly FoundFile[]): number =>
  (group.length - 1) * (group[0]?.bytes ?? 0);
