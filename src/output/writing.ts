import type { OutputPort } from '../ports/io.js';
import { join, type SafeText, safe } from '../render/safe-text/brand.js';
import { toSafeJson, toSafeJsonLines } from './safe-json.js';

/** Small writes cost a system call each; more than this at once would hold back what a reader waits for. */
const CHUNK_LENGTH = 65_536;

/** Values that become text together. */
const GROUP = 100;

const NO_TEXT = safe``;
const LINE_END = safe`\n`;

/** Writes lines, many at a time, each with its line end. */
export async function writeLines(
  output: OutputPort,
  lines: Iterable<SafeText> | AsyncIterable<SafeText>,
): Promise<void> {
  const chunks = createChunks(output);
  // What is there already is not awaited line by line: that would take as long again as to make the lines.
  const isWhole = isAsync(lines) ? await addLater(lines, chunks) : await addAll(lines, chunks);
  if (isWhole) await chunks.flush();
}

interface Chunks {
  /** Takes a line, and says whether there are enough of them to be written. */
  add(line: SafeText): boolean;
  flush(): Promise<void>;
  /** Whether nobody reads any more. */
  isClosed(): boolean;
}

function createChunks(output: OutputPort): Chunks {
  let pending: SafeText[] = [];
  let length = 0;
  return {
    add: (line) => {
      pending.push(line);
      length += line.length + 1;
      return length >= CHUNK_LENGTH;
    },
    flush: async () => {
      const chunk = join([...pending, NO_TEXT], LINE_END);
      pending = [];
      length = 0;
      await output.write(chunk);
    },
    isClosed: () => output.closed.aborted,
  };
}

/** Whether all of them could be added. */
async function addAll(lines: Iterable<SafeText>, chunks: Chunks): Promise<boolean> {
  for (const line of lines) {
    if (chunks.add(line)) await chunks.flush();
    if (chunks.isClosed()) return false;
  }
  return true;
}

async function addLater(lines: AsyncIterable<SafeText>, chunks: Chunks): Promise<boolean> {
  for await (const line of lines) {
    if (chunks.add(line)) await chunks.flush();
    if (chunks.isClosed()) return false;
  }
  return true;
}

/** Writes one JSON document: indented for a person at a terminal, compact for a program. */
export async function writeJson(output: OutputPort, value: unknown): Promise<void> {
  await writeLines(output, [toSafeJson(value, output.isTTY ? 2 : undefined)]);
}

/** Writes one JSON object a line. */
export async function writeNdjson(
  output: OutputPort,
  values: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<void> {
  await writeLines(output, isAsync(values) ? laterJsonLines(values) : jsonLines(values));
}

const isAsync = <T>(items: Iterable<T> | AsyncIterable<T>): items is AsyncIterable<T> =>
  Symbol.asyncIterator in items;

function* jsonLines(values: Iterable<unknown>): Generator<SafeText> {
  let group: unknown[] = [];
  for (const value of values) {
    group.push(value);
    if (group.length < GROUP) continue;
    yield toSafeJsonLines(group);
    group = [];
  }
  if (group.length > 0) yield toSafeJsonLines(group);
}

async function* laterJsonLines(values: AsyncIterable<unknown>): AsyncGenerator<SafeText> {
  for await (const value of values) yield toSafeJson(value);
}
