import { describe, expect, test } from 'vitest';
import type { Send } from '../../../src/server/webhooks/send.js';
import { guid, log } from '../tracking.js';
import { answered, createDelivering, fakeSend } from './delivering.js';

const taken = answered(204);
const sequences = (sent: readonly { sequence: number }[]): number[] =>
  sent.map(({ sequence }) => sequence);

describe('what is delivered', () => {
  test('is every event since the subscription, once, in order', async () => {
    const delivering = createDelivering();
    delivering.happen(2);
    delivering.subscribe();
    delivering.happen(45);
    const { send, sent } = fakeSend(() => taken);
    await delivering.deliver(send);
    expect(sequences(sent)).toEqual(Array.from({ length: 45 }, (_, index) => index + 3));
    expect(delivering.subscription()?.delivery).toEqual({
      settledSequence: 47,
      told: [],
      delivered: 45,
      givenUp: 0,
      attempts: 0,
    });
  });

  test('is what was asked for, and the rest is passed over', async () => {
    const delivering = createDelivering();
    delivering.subscribe({ events: ['warning'], notifyOnErrors: false });
    delivering.report(1, log('a', 'slow', 'WARN'), log('b', 'bad', 'ERROR'));
    delivering.happen(3);
    const { send, sent } = fakeSend(() => taken);
    await delivering.deliver(send);
    expect(sequences(sent)).toEqual([1]);
    expect(delivering.subscription()?.delivery).toMatchObject({ settledSequence: 5, delivered: 1 });
  });

  test('are debug entries of the log to whoever asked for them, from then on', async () => {
    const delivering = createDelivering();
    const debug = (id: string) => ({ ...log(id, `row ${id}`, 'DEBUG'), component: 'Loader' });
    delivering.report(1, debug('1'));
    delivering.subscribe({ includeDebugEvents: true, events: [] });
    delivering.report(1, debug('2'), log('3'), debug('4'));
    const bodies: unknown[] = [];
    await delivering.deliver(async (_url, { body }) => {
      bodies.push(JSON.parse(body));
      return taken;
    });
    expect(bodies).toMatchObject([
      { type: 'debug', sequence: 1, data: { message: 'row 2', component: 'Loader' } },
      { type: 'debug', sequence: 2, data: { message: 'row 4', component: 'Loader' } },
    ]);
  });

  test('is what happened before the subscription expired, also when it is late', async () => {
    const delivering = createDelivering();
    delivering.subscribe({ expiresAtMs: delivering.clock.now() + 1_000 });
    delivering.happen(2);
    delivering.clock.advance(1_001);
    delivering.happen(2);
    const { send, sent } = fakeSend((before) => (before === 0 ? answered(500) : taken));
    await delivering.deliver(send);
    expect(sequences(sent)).toEqual([1, 1, 2]);
    expect(delivering.store.dueDeliveries(delivering.clock.now(), 1)).toEqual([]);
  });
});

describe('an event that was not taken', () => {
  test('is sent again before any other, with the same id and a timestamp of its own', async () => {
    const delivering = createDelivering();
    delivering.subscribe();
    delivering.happen(2);
    const { send, sent } = fakeSend((before) => (before < 2 ? answered(503) : taken));
    await delivering.deliver(send);
    expect(sequences(sent)).toEqual([1, 1, 1, 2]);
    const ids = sent.map(({ headers }) => headers['webhook-id']);
    expect(ids.slice(0, 3)).toEqual([sent[0]?.id, sent[0]?.id, sent[0]?.id]);
    const times = sent.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(times.map((time) => time - (times[0] ?? 0))).toEqual([0, 5, 305, 305]);
    expect(new Set(sent.map(({ headers }) => headers['webhook-signature'])).size).toBe(4);
    expect(delivering.failures).toEqual([]);
  });

  test('is given up after the tenth attempt, which is said, and the next one goes on', async () => {
    const delivering = createDelivering();
    delivering.subscribe();
    delivering.happen(2);
    const { send, sent } = fakeSend((before) => (before < 10 ? answered(500) : taken));
    await delivering.deliver(send);
    expect(sequences(sent)).toEqual([...Array(10).fill(1), 2]);
    expect(delivering.failures).toEqual([
      `webhook to https://example.com, subscription sub-1: event ${sent[0]?.id} (stageStarted) was given up after 10 attempts; the last attempt met HTTP 500`,
    ]);
    expect(delivering.subscription()?.delivery).toMatchObject({ delivered: 1, givenUp: 1 });
  });

  test('holds up no other subscription', async () => {
    const delivering = createDelivering();
    delivering.subscribe({ webhookUrl: 'https://broken.example' });
    delivering.subscribe({ id: 'sub-2' });
    delivering.happen(3);
    const sent: string[] = [];
    const send: Send = async (url, { body }) => {
      sent.push(`${url.hostname} ${JSON.parse(body).sequence}`);
      return url.hostname === 'broken.example' ? answered(500) : taken;
    };
    await delivering.deliver(
      send,
      () => delivering.subscription('sub-2')?.delivery.delivered === 3,
    );
    expect(sent.slice(0, 4)).toEqual([
      'broken.example 1',
      'example.com 1',
      'example.com 2',
      'example.com 3',
    ]);
  });
});

describe('a receiver', () => {
  test('that is gone gets nothing more', async () => {
    const delivering = createDelivering();
    delivering.subscribe();
    delivering.happen(2);
    const { send, sent } = fakeSend(() => answered(410));
    await delivering.deliver(send);
    delivering.happen(2);
    expect(sequences(sent)).toEqual([1]);
    expect(delivering.store.dueDeliveries(delivering.clock.now(), 1)).toEqual([]);
    expect(delivering.subscription()?.delivery).toMatchObject({
      disabledAtMs: delivering.clock.now(),
      disabledReason: 'gone',
    });
    expect(delivering.failures).toEqual([
      'webhook to https://example.com, subscription sub-1: nothing more is sent, because its receiver answered that it is gone (HTTP 410)',
    ]);
  });

  test('whose subscription was taken away gets nothing more', async () => {
    const delivering = createDelivering();
    delivering.subscribe();
    delivering.happen(3);
    const { send, sent } = fakeSend(() => {
      delivering.store.removeSubscription(guid(1), 'sub-1');
      return taken;
    });
    await delivering.deliver(send, () => true);
    expect(sequences(sent)).toEqual([1]);
  });
});

describe('many subscriptions', () => {
  test('are delivered to at the same time, 64 of them, and take turns', async () => {
    const delivering = createDelivering();
    for (let number = 0; number < 90; number += 1) delivering.subscribe({ id: `sub-${number}` });
    delivering.happen(25);
    let [now, most, all] = [0, 0, 0];
    const send: Send = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      all += 1;
      return taken;
    };
    await delivering.deliver(send);
    expect([most, all]).toEqual([64, 90 * 25]);
  });
});

describe('the end', () => {
  test('begins no attempt, and waits for the one that is under way', async () => {
    const delivering = createDelivering();
    delivering.subscribe();
    delivering.happen(3);
    const [stop, cut] = [new AbortController(), new AbortController()];
    const { send, sent } = fakeSend(() => {
      stop.abort();
      return taken;
    });
    await delivering.start(send, { stop: stop.signal, cut: cut.signal }).ended;
    expect(sequences(sent)).toEqual([1]);
    expect(delivering.subscription()?.delivery.delivered).toBe(1);
  });

  test('an attempt that was cut has not happened: it is made again', async () => {
    const delivering = createDelivering();
    delivering.subscribe();
    delivering.happen(1);
    const [stop, cut] = [new AbortController(), new AbortController()];
    const hanging: Send = (_url, _event, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        stop.abort();
        cut.abort();
      });
    await delivering.start(hanging, { stop: stop.signal, cut: cut.signal }).ended;
    expect(delivering.subscription()?.delivery).toMatchObject({ attempts: 0, delivered: 0 });
    const { send, sent } = fakeSend(() => taken);
    await delivering.deliver(send);
    expect(sequences(sent)).toEqual([1]);
  });
});

test('a failure of the server itself is told, and tried again after ten seconds', async () => {
  const delivering = createDelivering();
  delivering.subscribe();
  delivering.happen(1);
  const startedMs = delivering.clock.now();
  let tries = 0;
  const send: Send = async () => {
    tries += 1;
    if (tries < 3) throw new Error('the disk is full');
    return taken;
  };
  await delivering.deliver(send);
  expect(delivering.failures).toEqual(['the disk is full', 'the disk is full']);
  expect([tries, delivering.clock.now() - startedMs]).toEqual([3, 20_000]);
});

test('what happens while everything is at rest is delivered at once', async () => {
  const delivering = createDelivering();
  delivering.subscribe();
  const [stop, cut] = [new AbortController(), new AbortController()];
  let arrive = (): void => {};
  const { send, sent } = fakeSend(() => {
    arrive();
    return taken;
  });
  const woken = delivering.start(send, { stop: stop.signal, cut: cut.signal });
  for (const event of [1, 2, 3]) {
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    delivering.happen(1);
    woken.wake();
    await arrived;
    expect(sequences(sent)).toHaveLength(event);
  }
  stop.abort();
  await woken.ended;
  expect(delivering.clock.waits).toEqual([]);
});
