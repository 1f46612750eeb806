import { EventEmitter, once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { nudgesFrom } from '../../../src/client/events/nudges.js';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import type { Client } from '../../../src/client/types.js';
import { answerJson, startServer } from '../../helpers/http-server.js';
import { startRoad } from '../../helpers/road.js';
import { JOB, testClient } from '../../helpers/test-client.js';
import { TOKEN } from '../../server/app/fake-app.js';
import { finish, progress, startLiveServer } from '../../server/sockets/live-server.js';

/** Nudges as a watch asks for them, counted. */
function nudged(client: Pick<Client, 'openSocket'>, eventsUrl: string) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const news = new EventEmitter();
  let count = 0;
  nudgesFrom({ client, eventsUrl, clock: systemClock, random: () => 0 })(() => {
    count += 1;
    news.emit('nudge');
  }, stop.signal);
  return {
    stop: () => stop.abort(),
    count: () => count,
    until: async (least: number) => {
      while (count < least) await once(news, 'nudge');
    },
  };
}

test('an answer names the socket that nudges come from', async () => {
  const server = await startLiveServer();
  const { eventsUrl = '' } = await server.client.progress(JOB);
  expect(eventsUrl).toMatch(new RegExp(`^${server.url}/.*/job/${JOB}/events$`));
  const nudges = nudged(server.client, eventsUrl);
  // For what happened before it was open.
  await nudges.until(1);
  await server.report(progress(10));
  await nudges.until(2);
  await server.report(finish);
  await nudges.until(3);
});

test('they come again when the connection broke, with one for what was missed', async () => {
  const server = await startLiveServer({ hosts: ['127.0.0.1'] });
  const road = await startRoad(server.port);
  const client = testClient(road.url, { token: TOKEN });
  const nudges = nudged(client, (await client.progress(JOB)).eventsUrl ?? '');
  await nudges.until(1);
  road.cut();
  await nudges.until(2);
  await server.report(progress(10));
  await nudges.until(3);
});

test('they end with their signal, and leave no connection', async () => {
  const server = await startLiveServer({ hosts: ['127.0.0.1'] });
  const road = await startRoad(server.port);
  const client = testClient(road.url, { token: TOKEN });
  const nudges = nudged(
    client,
    `${road.url}${new URL((await server.client.progress(JOB)).eventsUrl ?? '').pathname}`,
  );
  await nudges.until(1);
  nudges.stop();
  while (road.open > 0) await new Promise((resolve) => setImmediate(resolve));
  await server.report(progress(10));
  expect(nudges.count()).toBe(1);
});

test.each([404, 401, 200, 501])(
  'where a socket is refused with %i, there are none',
  async (status) => {
    const server = await startServer(answerJson({}, status));
    const opened: Promise<unknown>[] = [];
    const { openSocket } = testClient(server.url);
    const nudges = nudged(
      {
        openSocket: (...asked) => {
          const opening = openSocket(...asked);
          opened.push(opening.catch(() => {}));
          return opening;
        },
      },
      `${server.url}/events`,
    );
    await opened[0];
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([nudges.count(), opened.length, server.requests.length]).toEqual([0, 1, 1]);
  },
);
