import type { OutputPort } from '../ports/io.js';
import { join, type SafeText, safe } from '../render/safe-text.js';
import { toSafeJson } from './safe-json.js';

/** Small writes cost a system call each; more than this at once would hold back what a reader waits for. */
const CHUNK_LENGTH = 65_536;

/** Writes lines, many at a time, each with its line end. */
export async function writeLines(
  output: OutputPort,
  lines: Iterable<SafeText> | AsyncIterable<SafeText>,
): Promise<void> {
  let pending: SafeText[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    const chunk = join(pending);
    pending = [];
    length = 0;
    await output.write(chunk);
  };
  for await (const line of lines) {
    pending.push(safe`${line}\n`);
    length += line.length + 1;
    if (length >= CHUNK_LENGTH) await flush();
    if (output.closed.aborted) return;
  }
  await flush();
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
  await writeLines(output, jsonLines(values));
}

async function* jsonLines(
  values: Iterable<unknown> | AsyncIterable<unknown>,
): AsyncGenerator<SafeText> {
  for await (const value of values) yield toSafeJson(value);
}
