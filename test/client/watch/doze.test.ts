import { describe, expect, it } from 'vitest';
import { createDoze } from '../../../src/client/watch/doze.js';
import { createHandClock } from '../../helpers/hand-clock.js';
import { rejection } from '../../helpers/test-client.js';

/** A wait of 250 ms at least and 2 s at most that goes on in the background. */
function start(leastMs = 250, mostMs = 2000, stirFirst = false) {
  const clock = createHandClock();
  const doze = createDoze(clock);
  const abort = new AbortController();
  if (stirFirst) doze.stir();
  let isOver = false;
  const wait = doze.wait(leastMs, mostMs, abort.signal).finally(() => {
    isOver = true;
  });
  const end = rejection(wait);
  return { clock, doze, abort, end, isOver: () => isOver };
}

describe('a wait between two looks', () => {
  it('lasts as long as it was to', async () => {
    const { clock, isOver } = start();
    await clock.advance(1999);
    expect(isOver()).toBe(false);
    await clock.advance(1);
    expect(isOver()).toBe(true);
  });

  it('is cut short, but not below its least', async () => {
    const { clock, doze, isOver } = start();
    doze.stir();
    await clock.advance(249);
    expect(isOver()).toBe(false);
    await clock.advance(1);
    expect(isOver()).toBe(true);
  });

  it('is cut short by what stirred before it began, once', async () => {
    const { clock, doze, isOver } = start(250, 2000, true);
    await clock.advance(250);
    expect(isOver()).toBe(true);
    let isSecondOver = false;
    void doze.wait(250, 2000, undefined).then(() => {
      isSecondOver = true;
    });
    await clock.advance(1000);
    expect(isSecondOver).toBe(false);
    doze.stir();
    await clock.advance(0);
    expect(isSecondOver).toBe(true);
  });

  it('may have no end but a stir', async () => {
    const { clock, doze, isOver } = start(0, Number.POSITIVE_INFINITY);
    await clock.advance(1e9);
    expect(isOver()).toBe(false);
    doze.stir();
    await clock.advance(0);
    expect(isOver()).toBe(true);
  });

  it.each([0, 1000])('ends with the signal’s reason, after %i ms', async (afterMs) => {
    const { clock, abort, end } = start();
    await clock.advance(afterMs);
    const reason = new Error('enough');
    abort.abort(reason);
    expect(await end).toBe(reason);
  });
});
