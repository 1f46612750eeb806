import { expect, test } from 'vitest';
import { createEscalation, LAST_WAIT_MS } from '../../../src/server/runner/escalate.js';
import type { CommandEnd } from '../../../src/server/runner/running.js';
import { verdictOf } from '../../../src/server/runner/verdict.js';
import { createFakeClock } from '../../helpers/fake-clock.js';

const exited = (exitCode: number): CommandEnd => ({ kind: 'exited', exitCode });
const killed = (signal: NodeJS.Signals): CommandEnd => ({ kind: 'killed', signal });

test('exit code 0 completes a job, any other fails it', () => {
  expect(verdictOf(exited(0), { wasAsked: false })).toEqual({ status: 'Completed', exitCode: 0 });
  expect(verdictOf(exited(3), { wasAsked: false })).toEqual({
    status: 'Failed',
    exitCode: 3,
    reason: 'exit code 3',
  });
});

test('what was asked to end is cancelled, however it ended', () => {
  expect(verdictOf(exited(0), { wasAsked: true })).toMatchObject({
    status: 'Cancelled',
    exitCode: 0,
  });
  expect(verdictOf(exited(130), { wasAsked: true })).toMatchObject({ status: 'Cancelled' });
  expect(verdictOf(killed('SIGKILL'), { wasAsked: true })).toMatchObject({ status: 'Cancelled' });
});

test('a signal that asks for the end cancels, one that breaks something fails', () => {
  expect(verdictOf(killed('SIGTERM'), { wasAsked: false })).toEqual({
    status: 'Cancelled',
    reason: 'killed by SIGTERM',
  });
  expect(verdictOf(killed('SIGSEGV'), { wasAsked: false })).toEqual({
    status: 'Failed',
    reason: 'killed by SIGSEGV',
  });
});

function escalate() {
  const clock = createFakeClock();
  const sent: NodeJS.Signals[] = [];
  const ended = new AbortController();
  const escalation = createEscalation((signal) => sent.push(signal), {
    clock,
    ended: ended.signal,
  });
  return { clock, sent, ended, escalation };
}

test('one signal is passed on, and nothing else happens', async () => {
  const { clock, sent, escalation } = escalate();
  escalation.take('SIGTERM');
  await Promise.resolve();
  expect([sent, clock.waits]).toEqual([['SIGTERM'], []]);
});

test('after the second there are five seconds until the kill', async () => {
  const { clock, sent, escalation } = escalate();
  escalation.take('SIGINT');
  escalation.take('SIGINT');
  await new Promise((resolve) => setImmediate(resolve));
  expect(clock.waits).toEqual([LAST_WAIT_MS]);
  expect(sent).toEqual(['SIGINT', 'SIGINT', 'SIGKILL']);
});

test('a command that ends in time is not killed', async () => {
  const { sent, ended, escalation } = escalate();
  escalation.take('SIGINT');
  ended.abort();
  escalation.take('SIGINT');
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toEqual(['SIGINT', 'SIGINT']);
});

test('the third kills at once', () => {
  const { sent, escalation } = escalate();
  for (let time = 0; time < 3; time += 1) escalation.take('SIGINT');
  expect(sent).toEqual(['SIGINT', 'SIGINT', 'SIGKILL']);
});
