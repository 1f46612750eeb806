import type { ReadStream, WriteStream } from 'node:tty';
import type { OutputPort } from '../../ports/io.js';
import type { TerminalPort } from '../../ports/terminal.js';
import type { SafeText } from '../../render/safe-text.js';
import { undoable } from '../restore.js';
import { isInFront } from './in-front.js';
import { readKeys } from './keys.js';
import { onPause } from './pause.js';

/** What a terminal is made from. */
interface TerminalParts {
  stdin: () => ReadStream;
  stdout: () => WriteStream;
  stderr: OutputPort;
}

/** The process's terminal as a port, and stderr as it is from now on: its notes can be diverted. */
export function createTerminal(parts: TerminalParts): {
  terminal: TerminalPort;
  stderr: OutputPort;
} {
  const { stdout, stderr } = parts;
  let divert: ((text: SafeText) => void) | undefined;
  const terminal: TerminalPort = {
    onKey: (handler) => readKeys(parts.stdin, handler),
    onResize: (handler) => {
      stdout().on('resize', handler);
      return () => void stdout().off('resize', handler);
    },
    onPause,
    isInFront,
    divertNotes: (take) => {
      divert = stderr.isTTY ? take : undefined;
      return undoable(() => {
        divert = undefined;
      });
    },
  };
  const write: OutputPort['write'] = async (text) => {
    if (divert === undefined) await stderr.write(text);
    else divert(text);
  };
  // Not spread: what is asked of it opens it, and most commands have nothing to say on it.
  return { terminal, stderr: Object.setPrototypeOf({ write }, stderr) };
}
