import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type ProcessFacts, treeOf } from './process-tree.js';

/** What a command and everything that it started use at a moment. */
export interface TreeUsage {
  processes: number;
  /** Seconds of processor time since the start, where the system keeps them. */
  cpuSeconds?: number;
  /** In percent of one core, where the system tells it in place of seconds. */
  cpuOfOneCore?: number;
  memoryBytes: number;
  diskReadBytes?: number;
  diskWriteBytes?: number;
}

/** Linux counts processor time in hundredths of a second for everybody who reads it (USER_HZ, proc(5)). */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4_096;

/** Reads what the tree below `pid` uses; `undefined` when it is gone or can't be read. */
export async function readTreeUsage(pid: number): Promise<TreeUsage | undefined> {
  try {
    return process.platform === 'linux' ? readFromProc(pid) : await readFromPs(pid);
  } catch {
    return undefined;
  }
}

function readFromProc(rootPid: number): TreeUsage | undefined {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => tried(() => parseStat(readFileSync(`/proc/${name}/stat`, 'latin1'))) ?? []);
  const tree = treeOf(all, rootPid);
  if (tree.length === 0) return undefined;
  const io = tree.flatMap(({ pid }) => tried(() => readIo(pid)) ?? []);
  return {
    ...sums(tree),
    cpuSeconds: sum(tree.map((each) => each.cpuSeconds)),
    ...(io.length === 0
      ? {}
      : {
          diskReadBytes: sum(io.map(({ read }) => read)),
          diskWriteBytes: sum(io.map(({ written }) => written)),
        }),
  };
}

/** A line of /proc/<pid>/stat, proc(5). The name in brackets may hold anything, so fields are counted behind it. */
export function parseStat(line: string): ProcessFacts {
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const field = (number: number): number => fields[number - 3] ?? 0;
  const ticks = field(14) + field(15) + field(16) + field(17);
  return {
    pid: Number.parseInt(line, 10),
    parentPid: field(4),
    session: field(6),
    cpuSeconds: ticks / TICKS_PER_SECOND,
    memoryBytes: field(24) * PAGE_BYTES,
  };
}

function readIo(pid: number): { read: number; written: number } {
  const text = readFileSync(`/proc/${pid}/io`, 'latin1');
  const value = (name: string): number =>
    Number(new RegExp(`^${name}: (\\d+)`, 'm').exec(text)?.[1]);
  return { read: value('read_bytes'), written: value('write_bytes') };
}

/** Where there is no /proc: `ps` knows who belongs to whom, pidusage what each uses. */
async function readFromPs(rootPid: number): Promise<TreeUsage | undefined> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const all = stdout.split('\n').flatMap((line) => {
    const [pid, parentPid] = line.trim().split(/\s+/).map(Number);
    return pid === undefined || parentPid === undefined ? [] : [{ pid, parentPid }];
  });
  const pids = treeOf(all, rootPid).map(({ pid }) => pid);
  if (pids.length === 0) return undefined;
  const { default: pidusage } = await import('pidusage');
  const found = Object.values(await pidusage(pids));
  return {
    ...sums(found.map(({ memory }) => ({ memoryBytes: memory }))),
    cpuOfOneCore: sum(found.map(({ cpu }) => cpu)),
  };
}

const sums = (tree: readonly Pick<ProcessFacts, 'memoryBytes'>[]) => ({
  processes: tree.length,
  memoryBytes: sum(tree.map(({ memoryBytes }) => memoryBytes)),
});

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** A process may end between being listed and being read. */
function tried<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
