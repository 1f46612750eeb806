import { describe, expect, test } from 'vitest';
import { writeLines, writeNdjson } from '../../src/output/writing.js';
import type { OutputPort } from '../../src/ports/io.js';
import { inline, type SafeText } from '../../src/render/safe-text.js';

/** An output that keeps what is written to it, and whose reader goes away after so many writes. */
function recorder(readerLeavesAfter = Number.POSITIVE_INFINITY) {
  const closed = new AbortController();
  const writes: string[] = [];
  const write = async (text: SafeText): Promise<void> => {
    writes.push(text);
    if (writes.length >= readerLeavesAfter) closed.abort();
  };
  const output = { isTTY: false, closed: closed.signal, write } as unknown as OutputPort;
  return { output, writes };
}

const lines = Array.from({ length: 5000 }, (_, index) => inline(`line ${index} of many`));

async function* later<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) yield item;
}

describe.each([
  ['that are there', (items: Iterable<SafeText>) => items],
  ['that come one by one', later<SafeText>],
])('lines %s', (_what, given) => {
  test('are written as they are, many at a time', async () => {
    const { output, writes } = recorder();
    await writeLines(output, given(lines));
    expect(writes.join('')).toBe(`${lines.join('\n')}\n`);
    expect(writes).toHaveLength(2);
  });

  test('are not even made once nobody reads any more', async () => {
    const { output, writes } = recorder(1);
    let made = 0;
    function* endless(): Generator<SafeText> {
      for (;;) {
        made += 1;
        yield inline('again and again');
      }
    }
    await writeLines(output, given(endless()));
    expect(writes).toHaveLength(1);
    expect(made).toBeLessThan(10_000);
  });

  test('of which there are none are not written', async () => {
    const { output, writes } = recorder();
    await writeLines(output, given([]));
    expect(writes.join('')).toBe('');
  });
});

test.each([
  ['that are there', (items: Iterable<unknown>) => items],
  ['that come one by one', later<unknown>],
])('values %s are a line of JSON each, in which nothing acts', async (_what, given) => {
  const { output, writes } = recorder();
  const values = Array.from({ length: 250 }, (_, index) => ({ index, text: 'a\nb\u009b2J' }));
  await writeNdjson(output, given(values));
  const written = writes.join('').split('\n');
  expect(written.at(-1)).toBe('');
  expect(written.slice(0, -1).map((line) => JSON.parse(line))).toEqual(values);
  expect(written[0]).toBe(String.raw`{"index":0,"text":"a\nb\u009b2J"}`);
});
