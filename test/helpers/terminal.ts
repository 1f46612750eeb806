import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { cleanEnvironment, program, temporaryFolder } from './cli.js';

/** A real pseudo-terminal with a terminal emulator reading it. */
export interface TestTerminal {
  pid: number;
  /** Everything that was written to the terminal, with its control codes. */
  readonly output: string;
  /** The screen and what scrolled off it, as text, without spaces at line ends and empty lines below. */
  screen(): Promise<string>;
  /** The rows of the screen alone, and of each whether it is only the rest of a line that was too long for one. */
  rows(): Promise<{ text: string; isRest: boolean }[]>;
  type(text: string): void;
  resize(columns: number, rows: number): void;
  /** Resolves as soon as the output matches. */
  seen(pattern: RegExp): Promise<void>;
  /** Resolves with the screen as soon as that matches: for what is painted bit by bit. */
  shows(pattern: RegExp): Promise<string>;
  ended: Promise<{ exitCode: number; signal: number | undefined }>;
}

const PATIENCE_MS = 20_000;

/** How a program is started on a terminal. */
export interface TerminalOptions {
  environment?: Record<string, string>;
  columns?: number;
  rows?: number;
  /** Another program than jobtrack, such as a shell. */
  file?: string;
  cwd?: string;
}

/** Starts jobtrack on a terminal of its own; the terminal is closed with the test. */
export function startOnTerminal(
  args: readonly string[],
  options: TerminalOptions = {},
): TestTerminal {
  const { columns = 80, rows = 50 } = options;
  const home = temporaryFolder();
  const emulator = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    scrollback: 10_000,
  });
  const file = options.file ?? process.execPath;
  const child = pty.spawn(file, options.file === undefined ? [program, ...args] : [...args], {
    // node-pty sets TERM to this, whatever the environment says.
    name: options.environment?.['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd: options.cwd ?? home,
    env: { ...cleanEnvironment(home), ...options.environment },
  });
  const waiting = new Set<() => void>();
  let output = '';
  child.onData((data) => {
    output += data;
    emulator.write(data);
    for (const check of waiting) check();
  });
  /** Everything that has arrived is on the screen. */
  const shown = (): Promise<void> => new Promise((resolve) => emulator.write('', resolve));
  const ended = new Promise<{ exitCode: number; signal: number | undefined }>((resolve) => {
    child.onExit(({ exitCode, signal }) => resolve({ exitCode, signal }));
  });
  onTestFinished(() => {
    try {
      child.kill('SIGKILL');
    } catch {
      // It has ended by itself.
    }
    emulator.dispose();
  });
  const screen = async (): Promise<string> => {
    await shown();
    return screenText(emulator);
  };
  /** Asks at each output until there is an answer. Only a broken program is late: then it says what was there instead. */
  const answered = <T>(pattern: RegExp, ask: () => Promise<T | undefined>): Promise<T> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${pattern} was not seen in ${JSON.stringify(output)}`)),
        PATIENCE_MS,
      );
      const check = (): void =>
        void ask().then((answer) => {
          if (answer === undefined) return;
          waiting.delete(check);
          clearTimeout(late);
          resolve(answer);
        });
      waiting.add(check);
      check();
    });
  return {
    pid: child.pid,
    get output() {
      return output;
    },
    screen,
    rows: async () => {
      await shown();
      const { active } = emulator.buffer;
      return Array.from({ length: emulator.rows }, (_, index) => {
        const row = active.getLine(active.baseY + index);
        return { text: row?.translateToString(true) ?? '', isRest: row?.isWrapped === true };
      });
    },
    type: (text) => child.write(text),
    resize: (wide, high) => {
      child.resize(wide, high);
      emulator.resize(wide, high);
    },
    seen: async (pattern) => {
      await answered(pattern, async () => (pattern.test(output) ? output : undefined));
    },
    shows: (pattern) =>
      answered(pattern, async () => {
        const text = await screen();
        return pattern.test(text) ? text : undefined;
      }),
    ended,
  };
}

function screenText(emulator: InstanceType<typeof xterm.Terminal>): string {
  const { active } = emulator.buffer;
  const lines = Array.from({ length: active.length }, (_, row) =>
    (active.getLine(row)?.translateToString(true) ?? '').trimEnd(),
  );
  while (lines.at(-1) === '') lines.pop();
  return `\n${lines.join('\n')}\n`;
}
