import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that the demo reads. */
export interface FoundFile {
  path: string;
  bytes: number;
}

/** What a walk meets besides files. */
export interface WalkFindings {
  /** Links that lead nowhere. */
  brokenLinks: string[];
  /** Folders and files that this user may not read. */
  unreadable: string[];
}

/** How far a walk goes. */
export interface WalkLimits {
  files: number;
  /** Asked again and again; a walk that is not to go on ends with what it has. */
  goesOn: () => boolean;
}

/** The regular files below some folders, folder by folder, and what was wrong on the way. Links are not followed. */
export async function* findFiles(
  folders: readonly string[],
  limits: WalkLimits,
  findings: WalkFindings,
): AsyncGenerator<FoundFile> {
  const seen = new Set<string>();
  let found = 0;
  for await (const { path, facts } of walk(folders, findings)) {
    if (found >= limits.files || !limits.goesOn()) return;
    if (facts.isSymbolicLink()) await noteIfBroken(path, findings);
    if (!facts.isFile() || !isNew(facts, seen)) continue;
    found += 1;
    yield { path, bytes: facts.size };
  }
}

/** Something in a folder. */
interface Item {
  path: string;
  facts: Stats;
}

async function* walk(folders: readonly string[], findings: WalkFindings): AsyncGenerator<Item> {
  const waiting = [...folders];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    for (const item of await itemsIn(folder, findings)) {
      if (item.facts.isDirectory()) waiting.push(item.path);
      yield item;
    }
  }
}

async function itemsIn(folder: string, findings: WalkFindings): Promise<Item[]> {
  const items: Item[] = [];
  for (const name of await namesIn(folder, findings)) {
    const path = join(folder, name);
    const facts = await lstat(path).catch(() => undefined);
    if (facts !== undefined) items.push({ path, facts });
  }
  return items;
}

/** Whether a file has something in it that was not met before under another name: hard links are one file. */
function isNew({ size, dev, ino, nlink }: Stats, seen: Set<string>): boolean {
  if (size === 0) return false;
  const id = `${dev} ${ino}`;
  if (nlink > 1 && seen.has(id)) return false;
  if (nlink > 1) seen.add(id);
  return true;
}

async function namesIn(folder: string, findings: WalkFindings): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    findings.unreadable.push(folder);
    return [];
  }
}

async function noteIfBroken(path: string, findings: WalkFindings): Promise<void> {
  await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') findings.brokenLinks.push(path);
  });
}
