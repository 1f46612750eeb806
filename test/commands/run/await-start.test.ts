import { expect, test } from 'vitest';
import { awaitStart } from '../../../src/commands/run/await-start.js';
import type { ReportReceipt } from '../../../src/contract/index.js';
import { en } from '../../../src/i18n/en/index.js';
import type { Delivered } from '../../../src/server/runner/delivery.js';
import { createFakeClock } from '../../helpers/fake-clock.js';

const receipt = (status: string, more: Partial<ReportReceipt> = {}): ReportReceipt => ({
  jobId: 'j',
  status,
  ...more,
});
const taken = (status: string, more: Partial<ReportReceipt> = {}): Delivered => ({
  kind: 'taken',
  receipt: receipt(status, more),
});

async function wait(first: ReportReceipt, ...answers: Delivered[]) {
  const said: string[] = [];
  const clock = createFakeClock();
  const answer = await awaitStart(first, {
    deliver: async (reports) => {
      expect(reports).toEqual([]);
      return answers.shift() ?? taken('Running');
    },
    clock,
    words: en.run,
    say: async (text) => void said.push(text),
    signal: new AbortController().signal,
  });
  return { answer, said, waits: clock.waits };
}

test('a job that may start begins at once, without a word', async () => {
  expect(await wait(receipt('Running'))).toEqual({
    answer: { kind: 'start' },
    said: [],
    waits: [],
  });
});

test('each reason to wait is said once', async () => {
  const { answer, said, waits } = await wait(
    receipt('Queued', { waitingFor: ['a', 'b'] }),
    taken('Queued', { waitingFor: ['a', 'b'] }),
    taken('Queued', { waitingFor: ['b'] }),
    taken('Queued', { queuePosition: 2 }),
    { kind: 'later' },
    taken('Queued', { queuePosition: 1 }),
    taken('Queued'),
  );
  expect(answer).toEqual({ kind: 'start' });
  expect(said).toEqual([
    'waiting for a, b',
    'waiting for b',
    'waiting in the queue, place 2',
    'the server can’t be reached; still waiting',
    'waiting in the queue, place 1',
    'waiting for its turn',
    'started',
  ]);
  expect(waits).toHaveLength(7);
});

test('a job that fails with the one it waits for never begins', async () => {
  const waiting = receipt('Queued', { waitingFor: ['a'] });
  expect((await wait(waiting, taken('Failed'))).answer).toEqual({
    kind: 'ended',
    status: 'Failed',
    reason: '',
  });
  expect((await wait(waiting, { kind: 'refused', reason: 'job a Failed' })).answer).toEqual({
    kind: 'ended',
    status: 'Failed',
    reason: 'job a Failed',
  });
});

test('a signal ends the wait', async () => {
  const answer = await awaitStart(receipt('Queued'), {
    deliver: async () => taken('Queued'),
    clock: createFakeClock(),
    words: en.run,
    say: async () => {},
    signal: AbortSignal.abort(),
  });
  expect(answer).toEqual({ kind: 'interrupted' });
});
