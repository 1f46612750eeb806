import type { Clock } from '../../ports/clock.js';
import { groupDuplicates, type HashedFile, wastedBytes } from './duplicates.js';
import { type FoundFile, findFiles, type WalkFindings } from './find-files.js';
import { hashFile, isSameContent } from './hash-file.js';
import { logLine, marker } from './marker.js';
import { createPace } from './pace.js';

/** What the demo's job needs. It writes nothing but lines. */
export interface DemoJob {
  /** Folders of this machine whose files it reads. */
  folders: readonly string[];
  print: (line: string) => void;
  clock: Clock;
  /** About how long it may take, in milliseconds; it takes less where there is less to do. */
  budgetMs: number;
}

const STAGES = ['Find files', 'Read and hash', 'Compare', 'Report'];

/** How the time is shared between the stages. */
const SHARES = { find: 0.15, hash: 0.55, compare: 0.25 };
const MOST_FILES = 200_000;
/** Told no more often than this: a line a file would be more work than the file. */
const TELL_MS = 200;

/**
 * A real job: it finds files of this machine, reads and hashes as many as the time allows, compares those that seem equal byte for byte, and reports. Every figure that it tells is counted.
 */
export async function runDemoJob(job: DemoJob): Promise<void> {
  // What is still to come is told first: how far the whole is can't be known from its first part.
  for (const name of STAGES) job.print(marker('stage', { name, state: 'pending' }));
  const findings: WalkFindings = { brokenLinks: [], unreadable: [] };
  const files = await find(job, findings);
  const hashed = await hash(job, files);
  const same = await compare(job, groupDuplicates(hashed));
  report(job, hashed, same, findings);
}

async function find(job: DemoJob, findings: WalkFindings): Promise<FoundFile[]> {
  job.print(marker('stage', { name: 'Find files' }));
  const untilMs = job.clock.now() + job.budgetMs * SHARES.find;
  const limits = { files: MOST_FILES, goesOn: () => job.clock.now() < untilMs };
  const files: FoundFile[] = [];
  const tell = teller(job);
  for await (const file of findFiles(job.folders, limits, findings)) {
    files.push(file);
    tell(() => marker('progress', { records: files.length }));
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  job.print(marker('progress', { records: files.length }));
  job.print(logLine('info', 'files found', { count: files.length, size: megabytes(bytes) }));
  warn(job, 'links lead nowhere', findings.brokenLinks);
  warn(job, "folders can't be read", findings.unreadable);
  job.print(marker('metric', { filesFound: files.length }));
  return files;
}

async function hash(job: DemoJob, files: readonly FoundFile[]): Promise<HashedFile[]> {
  const { clock, print } = job;
  print(marker('stage', { name: 'Read and hash' }));
  const startedMs = clock.now();
  const untilMs = startedMs + job.budgetMs * SHARES.hash;
  const pace = createPace(files);
  const hashed: HashedFile[] = [];
  const tell = teller(job);
  let read = 0;
  for (const file of files) {
    if (clock.now() > untilMs) break;
    const digest = await hashFile(file.path).catch(() => undefined);
    if (digest === undefined) print(logLine('warn', "can't read a file", { path: file.path }));
    else hashed.push({ ...file, hash: digest });
    read += 1;
    pace.advance();
    tell(() => {
      const total = pace.total(clock.now() - startedMs, untilMs - clock.now());
      return marker('progress', { records: read, total });
    });
  }
  print(marker('progress', { records: read, total: read }));
  print(logLine('info', 'files read in the time there was', { read, found: files.length }));
  print(marker('milestone', { message: `Files read: ${hashed.length}` }));
  return hashed;
}

async function compare(job: DemoJob, groups: readonly HashedFile[][]): Promise<HashedFile[][]> {
  job.print(marker('stage', { name: 'Compare', total: groups.length }));
  const untilMs = job.clock.now() + job.budgetMs * SHARES.compare;
  const tell = teller(job);
  const same: HashedFile[][] = [];
  let compared = 0;
  for (const [index, group] of groups.entries()) {
    if (job.clock.now() > untilMs) {
      job.print(
        logLine('info', 'groups compared in the time there was', {
          compared: index,
          found: groups.length,
        }),
      );
      break;
    }
    const [first, second] = group;
    if (first === undefined || second === undefined) continue;
    if (await isSameContent(first.path, second.path).catch(() => false)) same.push(group);
    compared = index + 1;
    tell(() => marker('progress', { records: compared }));
  }
  job.print(marker('progress', { records: compared, total: compared }));
  job.print(marker('metric', { equalGroups: same.length }));
  return same;
}

function report(
  job: DemoJob,
  hashed: readonly HashedFile[],
  same: readonly HashedFile[][],
  findings: WalkFindings,
): void {
  job.print(marker('stage', { name: 'Report' }));
  const wasted = same.reduce((sum, group) => sum + wastedBytes(group), 0);
  const [worst] = same;
  if (worst?.[0] !== undefined) {
    const { path, bytes } = worst[0];
    const facts = { files: worst.length, size: megabytes(bytes), path };
    job.print(logLine('warn', 'files hold the same bytes', facts));
  }
  const facts = { files: hashed.length, equalGroups: same.length, wastedBytes: wasted };
  job.print(logLine('info', 'done', { ...facts, brokenLinks: findings.brokenLinks.length }));
  job.print(marker('milestone', { message: `Stored more than once: ${megabytes(wasted)}` }));
}

function warn({ print }: DemoJob, what: string, paths: readonly string[]): void {
  const [example] = paths;
  if (example !== undefined) print(logLine('warn', what, { count: paths.length, example }));
}

/** Tells something, but not more often than it is worth. */
function teller({ clock, print }: DemoJob): (line: () => string) => void {
  let toldMs = 0;
  return (line) => {
    if (clock.now() - toldMs < TELL_MS) return;
    toldMs = clock.now();
    print(line());
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
