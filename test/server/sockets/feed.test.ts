import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseEvents, type Wishes } from '../../../src/server/events/choose-events.js';
import { createFeed, type Feed } from '../../../src/server/sockets/feed.js';
import type { OutboxRecord } from '../../../src/server/store/records.js';

const row = (sequence: number, event = 'progressUpdate', progress = sequence): OutboxRecord => ({
  id: `id-${sequence}`,
  jobId: 'j',
  sequence,
  event,
  createdAtMs: 0,
  body: { type: event, jobId: 'j', jobName: 'J', timestamp: '', data: { progress } },
});

const all: Wishes = {
  events: ['progressUpdate', 'jobCompleted'],
  includeDebugEvents: false,
  notifyOnErrors: true,
  expiresAtMs: Number.POSITIVE_INFINITY,
};

/** An outbox that grows, and how often it was read. */
function createOutbox(length: number) {
  const outbox = {
    rows: Array.from({ length }, (_, index) => row(index + 1)),
    reads: 0,
    add: (event?: string) => outbox.rows.push(row(outbox.rows.length + 1, event)),
    read: (after: number, limit: number) => {
      outbox.reads += 1;
      return outbox.rows.slice(after, after + limit);
    },
  };
  return outbox;
}

const open = (outbox: ReturnType<typeof createOutbox>): Feed =>
  createFeed({ read: outbox.read, last: outbox.rows.length, isFinal: false });

const numbers = (rows: ReturnType<Feed['after']>) => rows.map(({ sequence }) => sequence);

describe('a feed', () => {
  test('is read once for all who have seen the same', () => {
    const outbox = createOutbox(1_000);
    const feed = open(outbox);
    for (let peer = 0; peer < 50; peer += 1) expect(feed.after(1_000)).toEqual([]);
    expect(outbox.reads).toBe(0);
    outbox.add();
    feed.touch();
    for (let peer = 0; peer < 50; peer += 1) expect(numbers(feed.after(1_000))).toEqual([1_001]);
    expect(outbox.reads).toBe(1);
    for (let peer = 0; peer < 50; peer += 1) expect(numbers(feed.after(500))).toHaveLength(100);
    expect(outbox.reads).toBe(2);
  });

  test('has an end, once the job has one', () => {
    const outbox = createOutbox(3);
    const feed = open(outbox);
    outbox.add('jobCompleted');
    feed.touch();
    expect(feed.isFinal()).toBe(false);
    expect(numbers(feed.after(3))).toEqual([4]);
    expect(feed.isFinal()).toBe(true);
  });

  test('tries again what could not be read', () => {
    const outbox = createOutbox(3);
    let isBroken = true;
    const read: typeof outbox.read = (after, limit) => {
      if (isBroken) throw new Error('disk');
      return outbox.read(after, limit);
    };
    const feed = createFeed({ read, last: 2, isFinal: false });
    feed.touch();
    expect(() => feed.after(2)).toThrow('disk');
    isBroken = false;
    expect(numbers(feed.after(2))).toEqual([3]);
  });

  test('gives every row after every other, wherever one begins and however it grows', () => {
    const growth = fc.array(fc.nat({ max: 250 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.nat({ max: 300 }), growth, fc.nat({ max: 300 }), (length, parts, from) => {
        const outbox = createOutbox(length);
        const feed = open(outbox);
        const seen: number[] = [];
        let at = Math.min(from, length);
        const begin = at;
        const look = () => {
          const rows = numbers(feed.after(at));
          seen.push(...rows);
          at = rows.at(-1) ?? at;
          return rows.length > 0;
        };
        for (const part of parts) {
          look();
          for (let added = 0; added < part; added += 1) outbox.add();
          feed.touch();
        }
        while (look());
        expect(seen).toEqual(outbox.rows.map(({ sequence }) => sequence).slice(begin));
      }),
    );
  });

  test('chooses as the events of a subscription are chosen, and makes each message once', () => {
    const outbox = createOutbox(9);
    const feed = open(outbox);
    const wishes = { ...all, minProgressIncrement: 3 };
    const choose = () => {
      let told: Parameters<ReturnType<Feed['after']>[number]['choose']>[1] = [];
      return feed.after(0).flatMap((one) => {
        const chosen = one.choose(wishes, told);
        told = chosen.told;
        return chosen.message === undefined ? [] : [chosen.message];
      });
    };
    const [first, second] = [choose(), choose()];
    expect(first.map((message) => JSON.parse(String(message)))).toEqual(
      chooseEvents(wishes, [], outbox.rows).events,
    );
    expect(first.map((message) => JSON.parse(String(message)).sequence)).toEqual([1, 4, 7]);
    expect(first.every((message, index) => message === second[index])).toBe(true);
  });
});
