import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A second process that writes to a store until it is killed. */
export interface Writer {
  /** Every number that it has told as stored, in order. */
  acknowledged: readonly number[];
  /** Waits until it has the store open and has told this many numbers. */
  told(count: number): Promise<void>;
  /** Ends it by SIGKILL and waits until all that it told has arrived. */
  kill(): Promise<void>;
}

/** Runs a bundled `write-entries.child.ts`; it is killed with the test. */
export function startWriter(program: string, file: string): Writer {
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const closed = once(child, 'close');
  const acknowledged: number[] = [];
  let isOpen = false;
  let wake = (): void => {};
  lines.on('line', (line) => {
    if (line === 'open') isOpen = true;
    else acknowledged.push(Number(line));
    wake();
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
  };
  onTestFinished(kill);
  return {
    acknowledged,
    kill,
    told: async (count) => {
      const ended = closed.then(() => {
        throw new Error('the writer ended by itself');
      });
      ended.catch(() => {});
      while (!isOpen || acknowledged.length < count) {
        await Promise.race([ended, new Promise<void>((resolve) => (wake = resolve))]);
      }
    },
  };
}

/** What a bundled `open-once.child.ts` tells: `opened`, or why the store was refused. */
export const openElsewhere = (program: string, file: string): string =>
  execFileSync(process.execPath, [program, file], { encoding: 'utf8' });
