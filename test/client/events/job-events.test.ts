import { describe, expect, test } from 'vitest';
import { API, JOB } from '../../helpers/test-client.js';
import { TOKEN } from '../../server/app/fake-app.js';
import { finish, progress, startLiveServer } from '../../server/sockets/live-server.js';
import { follow, kind } from './follow.js';

const SUBSCRIPTIONS = `${API}/job/${JOB}/subscriptions`;

const stage = (stageName: string) => ({ type: 'stage', stageName });

describe('the events of a job', () => {
  test('come one after another until it has ended', async () => {
    const server = await startLiveServer();
    const followed = follow(server.client);
    await followed.until(kind('connected'));
    await server.report(stage('Load'), progress(50));
    await server.report(finish);
    await followed.ended;
    expect(followed.items.map((item) => (item.kind === 'event' ? item.event.type : item))).toEqual([
      { kind: 'connected', isAgain: false },
      'stageStarted',
      'progressUpdate',
      'stageCompleted',
      'jobCompleted',
      { kind: 'ended', status: 'Completed' },
    ]);
  });

  test('are those that were asked for', async () => {
    const server = await startLiveServer();
    const followed = follow(server.client, {
      events: ['progressUpdate'],
      filters: { minProgressIncrement: 20 },
    });
    await followed.until(kind('connected'));
    await server.report(stage('Load'), ...[10, 20, 30, 40, 50].map(progress), finish);
    await followed.ended;
    expect(followed.events().map(({ data }) => data?.['progress'])).toEqual([10, 30, 50]);
    expect(followed.items.at(-1)).toEqual({ kind: 'ended', status: 'Completed' });
  });

  test('are none where the job has ended, and its status is told', async () => {
    const server = await startLiveServer();
    await server.report({ type: 'finish', status: 'Failed' });
    const followed = follow(server.client);
    await followed.ended;
    expect(followed.items).toEqual([
      { kind: 'connected', isAgain: false },
      { kind: 'ended', status: 'Failed' },
    ]);
  });

  test('leave no subscription behind', async () => {
    const server = await startLiveServer();
    const subscriptions = async (): Promise<unknown[]> => {
      const answer = await fetch(`${server.url}${SUBSCRIPTIONS}`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      return ((await answer.json()) as { subscriptions: unknown[] }).subscriptions;
    };
    const followed = follow(server.client);
    await followed.until(kind('connected'));
    expect(await subscriptions()).toHaveLength(1);
    const left = followed.leave();
    await server.report(stage('Load'));
    await left;
    expect(await subscriptions()).toHaveLength(0);
  });
});
