import { expect, test } from 'vitest';
import type { Client } from '../../../src/client/types.js';
import { createDelivery } from '../../../src/commands/run/delivery.js';
import type { Connection } from '../../../src/config/require.js';
import { type ErrorCode, type ErrorFacts, JobtrackError } from '../../../src/errors/index.js';

const first: Connection = {
  url: 'http://127.0.0.1:1',
  tenantId: 't',
  projectId: 'p',
  token: 'old',
};
const second: Connection = { ...first, url: 'http://127.0.0.1:2', token: 'new' };

const error = <C extends ErrorCode>(code: C, facts: ErrorFacts[C], status?: number) =>
  new JobtrackError(code, facts, status === undefined ? {} : { status });

/** Servers by address: what each answers with. */
function delivery(servers: Record<string, unknown>, found: Connection | undefined = undefined) {
  const events: string[] = [];
  const { deliver } = createDelivery({
    jobId: 'j',
    connection: first,
    findAgain: async () => found,
    open: ({ url }) => {
      events.push(`open ${url}`);
      return {
        report: async () => {
          const answer = servers[url];
          if (answer instanceof Error) throw answer;
          return { body: answer };
        },
        close: async () => void events.push(`close ${url}`),
      } as unknown as Client;
    },
  });
  return { deliver, events };
}

test('what is taken answers with how the job stands', async () => {
  const receipt = { jobId: 'j', status: 'Running' };
  expect(await delivery({ [first.url]: receipt }).deliver([])).toEqual({ kind: 'taken', receipt });
});

test.each([
  error('NETWORK', { origin: 'o', reason: 'ECONNREFUSED', attempts: 1 }),
  error('SERVER_ERROR', { origin: 'o', status: 507, attempts: 1 }, 507),
  error('UNAUTHENTICATED', { origin: 'o', tokenSent: true }, 401),
  error('NOT_FOUND', { path: '/' }, 404),
  error('DEADLINE', { origin: 'o', timeoutMs: 1 }),
])('$code may pass, so the batch is kept', async (failure) => {
  expect(await delivery({ [first.url]: failure }).deliver([])).toEqual({ kind: 'later' });
});

test('a batch that is not allowed is unfit, a job that is final takes no more', async () => {
  const refuse = (status: number) => error('REQUEST_REFUSED', { status, detail: 'why' }, status);
  const answer = (status: number) => delivery({ [first.url]: refuse(status) }).deliver([]);
  expect(await answer(400)).toEqual({ kind: 'unfit', reason: 'why' });
  expect(await answer(413)).toEqual({ kind: 'unfit', reason: 'why' });
  expect(await answer(409)).toEqual({ kind: 'refused', reason: 'why' });
});

test('a server that was started anew is found, with its new address and token', async () => {
  const receipt = { jobId: 'j', status: 'Running' };
  const away = error('NETWORK', { origin: 'o', reason: 'ECONNREFUSED', attempts: 1 });
  const { deliver, events } = delivery({ [first.url]: away, [second.url]: receipt }, second);
  expect(await deliver([])).toEqual({ kind: 'later' });
  expect(await deliver([])).toEqual({ kind: 'taken', receipt });
  expect(events).toEqual([`open ${first.url}`, `close ${first.url}`, `open ${second.url}`]);
});
