import type { SafeText } from './brand.js';
import { LINE_LIMIT_BYTES } from './cut.js';
import { logLine } from './log-lines.js';

/** Makes text that arrives in pieces safe. How it is cut into pieces changes nothing. */
interface Sanitizer<Chunk> {
  /** Takes the next piece; gives the lines that it finished. */
  feed(chunk: Chunk): SafeText[];
  /** Gives the last line, when it had no end. */
  end(): SafeText[];
}

/** A line is kept up to here; one unit tells whether it is too long, another whether a CR ends it. */
const PENDING_LIMIT_UNITS = LINE_LIMIT_BYTES + 2;

/**
 * {@link logLines} for text in pieces. Every control string ends with its line at the latest, so the unfinished line
 * is all the state there is; it takes at most 64 KiB.
 */
export function createLineSanitizer(options: { color: boolean }): Sanitizer<string> {
  let pending = '';
  const finished = (line: string) =>
    logLine(line.endsWith('\r') ? line.slice(0, -1) : line, options);
  return {
    feed(chunk) {
      const lines = chunk.split('\n');
      lines[0] = pending + lines[0];
      pending = (lines.pop() ?? '').slice(0, PENDING_LIMIT_UNITS);
      return lines.map(finished);
    },
    end() {
      const last = pending;
      pending = '';
      return last === '' ? [] : [logLine(last, options)];
    },
  };
}

/** {@link createLineSanitizer} for bytes of UTF-8; bytes that are none become U+FFFD. */
export function createByteSanitizer(options: { color: boolean }): Sanitizer<Uint8Array> {
  const decoder = new TextDecoder();
  const lines = createLineSanitizer(options);
  return {
    feed: (chunk) => lines.feed(decoder.decode(chunk, { stream: true })),
    end: () => [...lines.feed(decoder.decode()), ...lines.end()],
  };
}
