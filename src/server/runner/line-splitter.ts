/** How much of one line becomes a log entry, in bytes of UTF-8; the contract allows no longer message. */
export const LINE_LIMIT_BYTES = 65_536;

/** Stands at the end of a line of which only the start is kept. */
export const CUT_MARK = '<...64 KiB>';

/** One line of output as its command last wrote it. */
export interface OutputLine {
  /** Without its line end, with its control codes. */
  text: string;
  /** How many lines the cursor went up in front of it: a command that repaints does so. */
  linesUp: number;
}

/** Cuts bytes into lines, however they arrive. */
export interface LineSplitter {
  /** Takes the next piece; gives the lines that it finished. */
  feed(text: string): OutputLine[];
  /** Gives the last line, when it had no end. */
  end(): OutputLine[];
}

/** The cursor goes to the start of its line, or the line is wiped: what follows replaces it, as after a CR. */
const RESTART = /\u001b\[(?:[01]?G|2K)/g;
const UP = /\u001b\[(\d*)[AF]/g;

/** A sequence that may become one of those above. */
const OPEN_SEQUENCE = /\u001b(?:\[\d{0,4})?$/;
const ESC = '\u001b';

/**
 * Lines end with LF or CR LF. A line that is written over (CR without LF, as progress displays do) counts as the
 * last thing that it showed. The unfinished line is all the state there is; it takes at most 64 KiB.
 */
export function createLineSplitter(): LineSplitter {
  let pending = '';
  let isCut = false;
  let linesUp = 0;

  const add = (piece: string): void => {
    const whole = (pending + piece).replace(RESTART, '\r');
    const open = OPEN_SEQUENCE.exec(whole)?.[0] ?? '';
    const { dropped, kept, end } = lastState(whole.slice(0, whole.length - open.length));
    if (dropped !== '') {
      isCut = false;
      linesUp += countUp(dropped);
    }
    isCut ||= kept.length > LINE_LIMIT_BYTES;
    pending = kept.slice(0, LINE_LIMIT_BYTES) + end + open;
  };
  const take = (): OutputLine => {
    const text = pending.endsWith('\r') ? pending.slice(0, -1) : pending;
    const line = { text: limited(text, isCut), linesUp: linesUp + countUp(text) };
    pending = '';
    isCut = false;
    linesUp = 0;
    return line;
  };
  return {
    feed(text) {
      const pieces = text.split('\n');
      const last = pieces.pop() ?? '';
      const lines = pieces.map((piece) => {
        add(piece);
        return take();
      });
      if (last !== '') add(last);
      return lines;
    },
    end: () => (pending === '' ? [] : [take()]),
  };
}

/** What a line shows after everything that was written over. A CR at its `end` may still become CR LF. */
function lastState(line: string): { dropped: string; kept: string; end: string } {
  if (!line.includes('\r')) return { dropped: '', kept: line, end: '' };
  let length = line.length;
  while (line[length - 1] === '\r') length -= 1;
  const start = length === 0 ? 0 : line.lastIndexOf('\r', length - 1) + 1;
  const end = line.slice(length, length + 1);
  return { dropped: line.slice(0, start), kept: line.slice(start, length), end };
}

function countUp(text: string): number {
  if (!text.includes(ESC)) return 0;
  let up = 0;
  for (const [, count] of text.matchAll(UP)) up += count === '' ? 1 : Number(count);
  return up;
}

function limited(text: string, isCut: boolean): string {
  const isLong = isCut || text.length * 3 > LINE_LIMIT_BYTES;
  if (!isLong) return text;
  const room = LINE_LIMIT_BYTES - CUT_MARK.length;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(room));
  return read < text.length || isCut ? text.slice(0, read) + CUT_MARK : text;
}
