import { expect, test } from 'vitest';
import { createAlarm } from '../../../src/server/webhooks/alarm.js';
import { createFakeClock } from '../../helpers/fake-clock.js';

test('it waits for as long as it is told', async () => {
  const clock = createFakeClock();
  await createAlarm(clock).wait(5_000);
  expect(clock.waits).toEqual([5_000]);
});

test('rung while nobody waits, it wakes the next one at once, and only that one', async () => {
  const clock = createFakeClock();
  const alarm = createAlarm(clock);
  alarm.ring();
  alarm.ring();
  await alarm.wait(5_000);
  expect(clock.waits).toEqual([]);
  await alarm.wait(1_000);
  expect(clock.waits).toEqual([1_000]);
});

test('rung while somebody waits, it wakes them and calls their sleep off', async () => {
  let isCalledOff = false;
  const alarm = createAlarm({
    sleep: (_durationMs, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          isCalledOff = true;
          reject(signal.reason);
        });
      }),
  });
  const waiting = alarm.wait(5_000);
  alarm.ring();
  await waiting;
  expect(isCalledOff).toBe(true);
});

test('without a time it waits for the ring alone', async () => {
  const clock = createFakeClock();
  const alarm = createAlarm(clock);
  const waiting = alarm.wait(undefined);
  alarm.ring();
  await waiting;
  expect(clock.waits).toEqual([]);
});
