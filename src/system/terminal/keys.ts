import type { Key as TypedKey } from 'node:readline';
import type { ReadStream } from 'node:tty';
import type { Key } from '../../ports/terminal.js';
import { undoable } from '../restore.js';
import { isInFront } from './in-front.js';
import { meaningOf } from './meaning.js';
import { onPause, stopAll } from './pause.js';

/** See TerminalPort. Standard input is not opened where it is no terminal, nor before that is ours. */
export function readKeys(open: () => ReadStream, handler: (key: Key) => void): () => void {
  if (!process.getBuiltinModule('node:tty').isatty(0)) return () => {};
  let stdin: ReadStream | undefined;
  const onKeypress = (text: string | undefined, typed: TypedKey): void => {
    const meaning = meaningOf(text, typed);
    if (meaning === undefined) return;
    if ('key' in meaning) handler(meaning.key);
    else CONTROLS[meaning.control]();
  };
  const takeOver = (): void => {
    stdin ??= openKeys(open(), onKeypress);
    // Node does nothing where it thinks the mode is set already; a shell may have changed it meanwhile.
    stdin.setRawMode(false);
    stdin.setRawMode(true);
    stdin.ref();
    stdin.resume();
  };
  const giveBack = (): void => {
    stdin?.pause();
    stdin?.setRawMode(false);
  };
  const restore = undoable(giveBack);
  const endPause = onPause({
    stopping: giveBack,
    continued: (isOurs) => {
      if (isOurs) takeOver();
    },
  });
  if (isInFront()) takeOver();
  return () => {
    endPause();
    stdin?.off('keypress', onKeypress);
    restore();
    stdin?.unref();
  };
}

/** From the first listener on it reads: in the background the system would stop us for that. */
function openKeys(
  stdin: ReadStream,
  onKeypress: (text: string | undefined, typed: TypedKey) => void,
): ReadStream {
  // A terminal that has gone fails in raw mode with EIO; that it has gone is told by the output.
  stdin.on('error', () => {});
  const { emitKeypressEvents } = process.getBuiltinModule('node:readline');
  emitKeypressEvents(stdin);
  return stdin.on('keypress', onKeypress);
}

/** What raw mode keeps the terminal from doing itself. All that are in front of it get the signal, as from Ctrl-C. */
const CONTROLS = {
  interrupt: () => void process.kill(0, 'SIGINT'),
  quit: () => void process.kill(0, 'SIGQUIT'),
  stop: stopAll,
};
