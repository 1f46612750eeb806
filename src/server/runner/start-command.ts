import type { CommandLine, Running } from './running.js';
import { type OnTerminal, startOnTerminal, startWithTerminalFor } from './start-on-terminal.js';
import { startPiped } from './start-piped.js';

/** Which of this program's own streams are terminals. */
export interface Terminals {
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
  /** Whether the terminal is in front of this program; see TerminalPort. */
  isInFront: boolean;
}

/** Started, and where it has a terminal for its input, the master of that. */
export type Started = Running & Partial<Pick<OnTerminal, 'master'>>;

/**
 * Starts a command so that what is a terminal for this program is one for the command: a whole terminal with its
 * keyboard where all three streams are one, else a terminal for those outputs that are. Pipes for the rest, and for
 * everything on systems without pseudo-terminals.
 */
export async function startCommand(line: CommandLine, terminals: Terminals): Promise<Started> {
  // A background process is stopped when it reads from its terminal; the command would read in its place.
  const hasKeyboard = terminals.stdin && terminals.isInFront;
  const stdin = terminals.stdin && !hasKeyboard ? 'ignore' : 'inherit';
  const outputs = (['stdout', 'stderr'] as const).filter((stream) => terminals[stream]);
  const piped = () => startPiped(line, { stdin, stdout: 'pipe', stderr: 'pipe' });
  if (outputs.length === 0 || process.platform === 'win32') return piped();
  try {
    if (hasKeyboard && outputs.length === 2) return await startOnTerminal(line, terminalSize());
    return await startWithTerminalFor(outputs, line, { ...terminalSize(), stdin });
  } catch (error) {
    if (isMissingBinary(error)) return piped();
    throw error;
  }
}

/** The size of our own terminal. */
export function terminalSize(): { columns: number; rows: number } {
  const { stdout, stderr } = process;
  const terminal = stdout.isTTY ? stdout : stderr;
  // A terminal that was never sized says 0.
  return { columns: terminal.columns || 80, rows: terminal.rows || 24 };
}

/** The package has no machine code for every system; on those a command has pipes. */
const isMissingBinary = (error: unknown): boolean =>
  error instanceof Error && /node-pty|\.node\b/.test(error.message);
