import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMessageQueue } from '../../../src/client/transport/message-queue.js';
import { rejection } from '../../helpers/test-client.js';

/** A source whose flow is held and let go on. */
function createFlow() {
  const flow = {
    isHeld: false,
    pause: () => {
      flow.isHeld = true;
    },
    resume: () => {
      flow.isHeld = false;
    },
  };
  return flow;
}

describe('a queue of messages', () => {
  test('hands out what came, in order, and then says that no more will come', async () => {
    const queue = createMessageQueue(createFlow());
    const first = queue.next();
    queue.push('a');
    queue.push('b');
    queue.push('c');
    queue.end();
    queue.push('too late');
    expect(await first).toBe('a');
    expect([await queue.next(), await queue.next()]).toEqual(['b', 'c']);
    expect([await queue.next(), await queue.next()]).toEqual([undefined, undefined]);
  });

  test('ends with an error at once, whatever was not read', async () => {
    const queue = createMessageQueue(createFlow());
    queue.push('a');
    queue.end({ error: new Error('aborted') });
    queue.end();
    expect(await rejection(queue.next())).toEqual(new Error('aborted'));
    const waiting = createMessageQueue(createFlow());
    const next = rejection(waiting.next());
    waiting.end({ error: new Error('aborted') });
    expect(await next).toEqual(new Error('aborted'));
  });

  test.each([
    ['messages', 256, 'x'],
    ['a megabyte', 16, 'x'.repeat(65_536)],
  ])('holds its source at %s, and lets it go on when half is read', async (_what, most, text) => {
    const flow = createFlow();
    const queue = createMessageQueue(flow);
    for (let count = 1; count < most; count += 1) queue.push(text);
    expect(flow.isHeld).toBe(false);
    queue.push(text);
    expect(flow.isHeld).toBe(true);
    for (let count = 1; count < most / 2; count += 1) await queue.next();
    expect(flow.isHeld).toBe(true);
    await queue.next();
    expect(flow.isHeld).toBe(false);
  });

  test('never holds its source for a reader who waits', async () => {
    const turns = fc.array(fc.constantFrom('push', 'read'), { maxLength: 2_000 });
    await fc.assert(
      fc.asyncProperty(turns, async (list) => {
        const flow = createFlow();
        const queue = createMessageQueue(flow);
        const read: (string | undefined)[] = [];
        let pushed = 0;
        for (const turn of list) {
          if (turn === 'push') queue.push(`${pushed++}`);
          else if (read.length < pushed) read.push(await queue.next());
        }
        while (read.length < pushed) read.push(await queue.next());
        expect(read).toEqual(Array.from({ length: pushed }, (_, index) => `${index}`));
        expect(flow.isHeld).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
