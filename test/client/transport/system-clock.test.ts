import { describe, expect, test } from 'vitest';
import { systemClock as clock } from '../../../src/client/transport/system-clock.js';

describe('the clock of this machine', () => {
  test('waits as long as asked, also for longer than a timer can', async () => {
    const controller = new AbortController();
    const longWait = clock.sleep(2 ** 31 + 1_000, controller.signal);
    // A timer that is set too long goes off after a millisecond.
    await clock.sleep(20);
    controller.abort(new Error('enough'));
    await expect(longWait).rejects.toThrow('enough');
  });

  test('ends a wait with the reason of its signal', async () => {
    const signal = AbortSignal.abort('reason');
    await expect(clock.sleep(1_000, signal)).rejects.toBe('reason');
  });
});
