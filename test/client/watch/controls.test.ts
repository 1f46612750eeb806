import { describe, expect, it } from 'vitest';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { createHandClock } from '../../helpers/hand-clock.js';
import { rejection } from '../../helpers/test-client.js';
import { A, ended, type FakeJobs, fakeJobs, turnedControls, watching } from './fake-jobs.js';

/** A watch that goes on in the background while a test moves the clock by hand. */
function startWatch(options: Parameters<typeof watching>[1] = {}) {
  const jobs = fakeJobs();
  const clock = createHandClock();
  const controls = turnedControls();
  const abort = new AbortController();
  const told: JobEvent[] = [];
  const events = watching(jobs, { controls, clock, signal: abort.signal, ...options });
  const done = (async () => {
    for await (const event of events) told.push(event);
  })();
  const end = rejection(done);
  return { jobs, clock, controls, abort, told, done, end };
}

const looks = ({ asked }: FakeJobs): number =>
  asked.filter((text) => text.endsWith('progress')).length;

describe('a watch that is turned', () => {
  it('asks nothing while it is paused, and at once when it goes on', async () => {
    const { jobs, clock, controls, abort, end } = startWatch();
    await clock.advance(3000);
    expect(looks(jobs)).toBe(2);
    controls.set.isPaused = true;
    controls.changed();
    await clock.advance(3_600_000);
    expect(looks(jobs)).toBe(2);
    controls.set.isPaused = false;
    controls.changed();
    await clock.advance(0);
    expect(looks(jobs)).toBe(3);
    abort.abort();
    await end;
  });

  it('can run out of time while it is paused', async () => {
    const { jobs, clock, controls, told, done } = startWatch({ timeoutMs: 10_000 });
    controls.set.isPaused = true;
    await clock.advance(10_000);
    await done;
    expect(told.at(-1)).toMatchObject({ type: 'verdict', exitCode: 124 });
    expect(looks(jobs)).toBe(1);
  });

  it('looks early when something was turned, four times a second at most', async () => {
    const { jobs, clock, controls, abort, end } = startWatch();
    await clock.advance(1000);
    controls.set.panels = ['timeline'];
    controls.changed();
    await clock.advance(0);
    expect(jobs.asked.at(-1)).toMatch('timeline');
    const before = looks(jobs);
    for (let turn = 0; turn < 100; turn += 1) {
      controls.changed();
      await clock.advance(10);
    }
    expect(looks(jobs) - before).toBeLessThanOrEqual(4);
    abort.abort();
    await end;
  });

  it('looks early when it is nudged, and says when nobody needs to nudge any more', async () => {
    let nudge = (): void => {};
    let over: AbortSignal | undefined;
    const { jobs, clock, done } = startWatch({
      nudges: (handler, signal) => {
        nudge = handler;
        over = signal;
      },
    });
    await clock.advance(500);
    jobs.progress.set(A, ended('Completed'));
    nudge();
    await clock.advance(0);
    await done;
    expect(looks(jobs)).toBe(2);
    expect(over?.aborted).toBe(true);
  });

  it('takes the new interval from the next look on', async () => {
    const { jobs, clock, controls, abort, end } = startWatch();
    controls.set.intervalMs = 10_000;
    await clock.advance(100_000);
    expect(looks(jobs)).toBe(11);
    abort.abort();
    await end;
  });
});

describe('a watch that is aborted', () => {
  it.each([0, 1000, 2000])('ends with the reason at once, after %i ms', async (afterMs) => {
    const { clock, controls, abort, end } = startWatch();
    await clock.advance(afterMs);
    const reason = new Error('enough');
    abort.abort(reason);
    expect(await end).toBe(reason);
    expect(controls.listeners).toBe(0);
  });

  it('does not begin when it is aborted before', async () => {
    const jobs = fakeJobs();
    const reason = new Error('enough');
    const events = watching(jobs, { signal: AbortSignal.abort(reason) });
    expect(await rejection(events.next())).toBe(reason);
    expect(jobs.asked).toEqual([]);
  });

  it('lets go of everything when nobody reads on', async () => {
    const jobs = fakeJobs();
    const controls = turnedControls();
    for await (const event of watching(jobs, { controls })) {
      if (event.type === 'progress') break;
    }
    expect(controls.listeners).toBe(0);
  });
});
