import { emitKeypressEvents, type Key as TypedKey } from 'node:readline';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { type Meaning, meaningOf } from '../../../src/system/terminal/meaning.js';

/** What is meant by bytes that a terminal in raw mode sends. */
async function meant(bytes: string): Promise<(Meaning | undefined)[]> {
  const stream = new PassThrough();
  const meanings: (Meaning | undefined)[] = [];
  emitKeypressEvents(stream);
  stream.on('keypress', (text: string | undefined, typed: TypedKey) =>
    meanings.push(meaningOf(text, typed)),
  );
  stream.write(bytes);
  await new Promise((resolve) => setImmediate(resolve));
  return meanings;
}

test('a character is a key, whatever it is', async () => {
  expect(await meant('qQ+-?漢')).toEqual(['q', 'Q', '+', '-', '?', '漢'].map((key) => ({ key })));
});

test.each([
  ['\x1b[A', 'up'],
  ['\x1bOB', 'down'],
  ['\x1b[C', 'right'],
  ['\x1b[D', 'left'],
  ['\x1b[5~', 'pageup'],
  ['\x1b[6~', 'pagedown'],
  ['\x1b[H', 'home'],
  ['\x1b[F', 'end'],
  ['\x1b[3~', 'delete'],
  ['\r', 'return'],
  ['\t', 'tab'],
  [' ', 'space'],
  ['\x7f', 'backspace'],
])('%j is the key %s', async (bytes, key) => {
  expect(await meant(bytes)).toEqual([{ key }]);
});

test('what the terminal would have made a signal is told apart', async () => {
  expect(await meant('\x03\x1a\x1c')).toEqual([
    { control: 'interrupt' },
    { control: 'stop' },
    { control: 'quit' },
  ]);
});

test('what no view knows means nothing: Ctrl and Alt, function keys, pastes', async () => {
  const all = await meant('\x01\x1bq\x1b[15~\x1b[200~\x00');
  expect(all.filter((meaning) => meaning !== undefined)).toEqual([]);
});
