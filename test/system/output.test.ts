import { Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { expect, test } from 'vitest';
import { inline } from '../../src/render/safe-text.js';
import { createOutput } from '../../src/system/output.js';

/** A stream whose every write fails in that way. */
function failing(code: string, message: string): WriteStream {
  const write = (_chunk: unknown, _encoding: string, done: (error: Error) => void): void =>
    done(Object.assign(new Error(message), { code }));
  return new Writable({ write }) as unknown as WriteStream;
}

test('data that can not be written is a failure of its place, not a mistake of the program', async () => {
  const stream = failing('ENOSPC', 'ENOSPC: no space left on device, write');
  const stdout = createOutput(() => stream, { name: 'stdout', environment: {} });
  await expect(stdout.write(inline('data'))).rejects.toMatchObject({
    code: 'FILE_FAILED',
    facts: { file: 'stdout', reason: 'ENOSPC: no space left on device, write' },
  });
  expect(stdout.closed.aborted).toBe(false);
});

test('chatter that can not be written changes nothing', async () => {
  const stream = failing('ENOSPC', 'ENOSPC: no space left on device, write');
  const stderr = createOutput(() => stream, { name: 'stderr', environment: {}, isChatter: true });
  await expect(stderr.write(inline('a note'))).resolves.toBeUndefined();
});

test.each(['EPIPE', 'EIO'])(
  'a reader that has gone (%s) is told, and is no failure',
  async (code) => {
    const stdout = createOutput(() => failing(code, code), { name: 'stdout', environment: {} });
    await stdout.write(inline('data'));
    expect(stdout.closed.aborted).toBe(true);
    await expect(stdout.write(inline('more'))).resolves.toBeUndefined();
  },
);
