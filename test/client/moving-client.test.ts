import { describe, expect, test } from 'vitest';
import { createMovingClient } from '../../src/client/moving-client.js';
import type { Client } from '../../src/client/types.js';
import { type ErrorCode, type ErrorFacts, JobtrackError } from '../../src/errors/index.js';
import { JOB, rejection } from '../helpers/test-client.js';

const error = <C extends ErrorCode>(code: C, facts: ErrorFacts[C]) =>
  new JobtrackError(code, facts);

const gone = error('NETWORK', { origin: 'o', reason: 'ECONNREFUSED', attempts: 1 });
const stranger = error('UNAUTHENTICATED', { origin: 'o', tokenSent: true });

/** Clients by their names, which answer with their names or fail, and what was done with them. */
function createClients(failures: Record<string, JobtrackError>) {
  const done: string[] = [];
  const client = (name: string): Client => {
    const answer = async () => {
      done.push(`ask ${name}`);
      const failure = failures[name];
      if (failure !== undefined) throw failure;
      return { body: { status: name } };
    };
    const close = async () => void done.push(`close ${name}`);
    return { progress: answer, logs: answer, subscribe: answer, close } as unknown as Client;
  };
  return { client, done };
}

describe('a client of a server that moves', () => {
  test.each([gone, stranger])(
    'asks where it is when it is gone ($code), and makes the read once more',
    async (failure) => {
      const { client, done } = createClients({ old: failure });
      const moving = createMovingClient(client('old'), async () => client('new'));
      expect((await moving.progress(JOB)).body.status).toBe('new');
      expect((await moving.progress(JOB)).body.status).toBe('new');
      await moving.close();
      expect(done).toEqual(['ask old', 'close old', 'ask new', 'ask new', 'close new']);
    },
  );

  test('fails as before where nothing new is known, or it is gone there, too', async () => {
    const { client, done } = createClients({ old: gone, new: stranger });
    const stays = createMovingClient(client('old'), async () => undefined);
    expect(await rejection(stays.progress(JOB))).toBe(gone);
    const moves = createMovingClient(client('old'), async () => client('new'));
    expect(await rejection(moves.progress(JOB))).toBe(stranger);
    expect(done).toEqual(['ask old', 'ask old', 'close old', 'ask new']);
  });

  test('does not look for a server that answers, whatever it answers', async () => {
    const { client } = createClients({ old: error('NOT_FOUND', { path: '/' }) });
    const moving = createMovingClient(client('old'), async () => client('new'));
    expect(await rejection(moving.logs(JOB))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('never makes again what changes something', async () => {
    const { client, done } = createClients({ old: gone });
    const moving = createMovingClient(client('old'), async () => client('new'));
    expect(await rejection(moving.subscribe(JOB, { subscriptionType: 'websocket' }))).toBe(gone);
    expect(done).toEqual(['ask old']);
  });

  test('moves once, however many reads find it gone', async () => {
    const { client, done } = createClients({ old: gone });
    let reopened = 0;
    const moving = createMovingClient(client('old'), async () => {
      reopened += 1;
      return client('new');
    });
    const answers = await Promise.all([
      moving.progress(JOB),
      moving.logs(JOB),
      moving.progress(JOB),
    ]);
    expect(answers).toHaveLength(3);
    expect(reopened).toBe(1);
    expect(done.filter((what) => what === 'close old')).toHaveLength(1);
  });
});
