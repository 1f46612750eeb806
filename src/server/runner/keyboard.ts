import { spawnSync } from 'node:child_process';
import { write } from 'node:fs';
import type { Clock } from '../../ports/clock.js';

const CTRL_C = 0x03;

/** What is typed, on its way to a command's own terminal. */
export interface Keyboard {
  /** When Ctrl-C was last typed, in milliseconds since 1970. */
  ctrlCMs(): number | undefined;
  /** Puts our terminal back as it was. */
  close(): void;
}

/** What {@link openKeyboard} needs. */
export interface KeyboardParts {
  /** The master of the command's terminal. */
  master: number;
  clock: Clock;
  /** Notes how to undo what is done to the terminal, for every way that the program may end. */
  undoable: (undo: () => void) => () => void;
}

/**
 * Hands everything that is typed to the command's terminal, which turns it into lines and signals as the command has
 * set it. Ours is put into raw mode for that long, so that every byte passes in both directions as it is.
 */
export function openKeyboard({ master, clock, undoable }: KeyboardParts): Keyboard {
  const restore = undoable(makeRaw());
  let typedCtrlCMs: number | undefined;
  let typing = Promise.resolve();
  const onData = (bytes: Buffer): void => {
    if (bytes.includes(CTRL_C)) typedCtrlCMs = clock.now();
    typing = typing.then(() => type(master, bytes, clock));
  };
  process.stdin.on('data', onData);
  return {
    ctrlCMs: () => typedCtrlCMs,
    close: () => {
      process.stdin.off('data', onData);
      process.stdin.pause();
      process.stdin.unref();
      restore();
    },
  };
}

/** Node's own raw mode still turns LF into CR LF on its way out, which the command's terminal has done already. */
function makeRaw(): () => void {
  const stty = (...args: string[]) =>
    spawnSync('stty', args, { stdio: ['inherit', 'pipe', 'ignore'], encoding: 'utf8' });
  const before = stty('-g');
  if (before.status === 0 && stty('raw', '-echo').status === 0) {
    return () => void stty(before.stdout.trim());
  }
  process.stdin.setRawMode(true);
  return () => void process.stdin.setRawMode(false);
}

/** Types bytes; a command that does not read them makes this wait. One that has gone makes it stop. */
async function type(master: number, bytes: Buffer, clock: Clock): Promise<void> {
  for (let rest = bytes; rest.length > 0; ) {
    const count = await new Promise<number>((resolve) => {
      write(master, rest, (error, written) => {
        if (error === null) resolve(written);
        else resolve(error.code === 'EAGAIN' ? 0 : rest.length);
      });
    });
    if (count === 0) await clock.sleep(10);
    rest = rest.subarray(count);
  }
}
