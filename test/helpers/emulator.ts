import xterm from '@xterm/headless';
import type { OutputPort } from '../../src/ports/io.js';

/** A terminal emulator as an output: what is written to it is on its screen at once. */
export interface Emulator {
  output: OutputPort;
  /** Every write, with its control codes. */
  writes: string[];
  write(text: string): void;
  resize(columns: number, rows: number): void;
  /** Each row of the screen and of what scrolled off it as text, without spaces at line ends and empty rows below. */
  all(): string[];
  /** The same of the screen alone. */
  screen(): string[];
  /** How many rows have scrolled off the screen. */
  scrolledOff(): number;
  /** Each row of the screen with the look of its characters, to compare two screens. */
  looks(): string[];
}

/** An emulator of xterm's kind; a line feed also goes to the start of the line, as the system makes it. */
export function createEmulator(columns: number, rows: number): Emulator {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
    scrollback: 10_000,
  });
  const writes: string[] = [];
  // Its public `write` waits for a timer, which a test that looks at each byte has no time for.
  const inner = terminal as unknown as {
    _core: { _writeBuffer: { writeSync(text: string): void } };
  };
  const write = (text: string): void => inner._core._writeBuffer.writeSync(text);
  const { buffer } = terminal;
  const texts = (from: number): string[] => {
    const lines = Array.from({ length: buffer.active.length - from }, (_, row) =>
      (buffer.active.getLine(from + row)?.translateToString(true) ?? '').trimEnd(),
    );
    while (lines.at(-1) === '') lines.pop();
    return lines;
  };
  const looksOf = (row: number): string => {
    const line = buffer.active.getLine(buffer.active.baseY + row);
    return Array.from({ length: terminal.cols }, (_, column) => {
      const cell = line?.getCell(column);
      const text = cell?.getChars() || ' ';
      if (cell?.getWidth() === 0) return '';
      const ground = [cell?.getBgColorMode(), cell?.getBgColor(), cell?.isUnderline()];
      const ink = [cell?.getFgColorMode(), cell?.getFgColor(), cell?.isBold(), cell?.isDim()];
      return `${text}{${(text === ' ' ? ground : [...ground, ...ink]).join()}}`;
    }).join('');
  };
  return {
    output: {
      isTTY: true,
      columns: () => terminal.cols,
      rows: () => terminal.rows,
      colorLevel: 1,
      write: async (text) => {
        writes.push(text);
        write(text);
      },
      writeBytes: () => Promise.reject(new Error('no bytes are expected here')),
      closed: new AbortController().signal,
    },
    writes,
    write,
    resize: (wide, high) => terminal.resize(wide, high),
    all: () => texts(0),
    screen: () => texts(buffer.active.baseY),
    scrolledOff: () => buffer.active.baseY,
    looks: () => Array.from({ length: terminal.rows }, (_, row) => looksOf(row)),
  };
}
