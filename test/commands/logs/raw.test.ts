import { expect, test } from 'vitest';
import type { Client } from '../../../src/client/types.js';
import type { RawFlags } from '../../../src/commands/definition.js';
import { parseLogsOptions } from '../../../src/commands/logs/options.js';
import { run } from '../../../src/commands/logs/run.js';
import type { LogsParams } from '../../../src/contract/index.js';
import { answerWith, type FakeContextOptions, fakeContext } from '../../helpers/fake-context.js';

const HOSTILE = '10:41 ERROR \x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J çok\n10:42 INFO done';

/** Two bytes at a time, so that characters and sequences are cut. */
async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += 2) yield bytes.subarray(start, start + 2);
}

async function raw(text: string, flags: RawFlags = {}, options: FakeContextOptions = {}) {
  const asked: LogsParams[] = [];
  const client: Partial<Client> = {
    rawLogs: async (_jobId, params = {}) => {
      asked.push(params);
      return answerWith(chunksOf(text));
    },
    logPages: async function* () {
      yield {
        answer: answerWith({ logs: [{ timestamp: '2024-01-20T10:41:00Z', level: 'ERROR' }] }),
      };
    },
  };
  const { context, stdout, stderr } = await fakeContext({ client, ...options });
  const code = await run(parseLogsOptions([], { raw: true, ...flags }), context);
  return { code, stdout: stdout(), stderr: stderr(), asked };
}

test('a pipe gets the very bytes', async () => {
  const { code, stdout, stderr, asked } = await raw(HOSTILE, { level: 'ERROR', limit: '10000' });
  expect(stdout).toBe(HOSTILE);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(asked).toEqual([{ level: 'ERROR', limit: 10_000 }]);
});

test('a terminal gets nothing that acts', async () => {
  const { stdout } = await raw(HOSTILE, {}, { look: { terminal: true } });
  expect(stdout).toBe('10:41 ERROR red   çok\n10:42 INFO done\n');
});

test('a terminal with colours keeps those of the log', async () => {
  const { stdout } = await raw('\x1b[31mred\x1b[0m\n', {}, { look: { terminal: true, color: 1 } });
  expect(stdout).toContain('\x1b[31mred');
});

test('an empty text is said', async () => {
  const { code, stdout, stderr } = await raw('');
  expect([code, stdout, stderr]).toEqual([0, '', 'the log is empty\n']);
});

test('--fail-on asks for entries, because a text has no levels', async () => {
  expect((await raw(HOSTILE, { failOn: 'ERROR' })).code).toBe(1);
});

test('a text is no JSON', async () => {
  await expect(raw(HOSTILE, {}, { flags: { output: 'json' } })).rejects.toThrow(
    "--raw and --output json can't be used together",
  );
});
