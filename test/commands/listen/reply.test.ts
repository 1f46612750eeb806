import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import type { Incoming } from '../../../src/commands/listen/deliver.js';
import { createReply } from '../../../src/commands/listen/reply.js';
import type { IncomingRequest } from '../../../src/ports/receiver.js';

const NOW_MS = Date.parse('2024-01-20T10:45:33Z');
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

function webhook(id: string, { method = 'POST', body }: { method?: string; body?: string } = {}) {
  const text = body ?? JSON.stringify({ id, type: 'warning', timestamp: '2024-01-20T10:45:30Z' });
  const at = new Date(NOW_MS);
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(NOW_MS / 1000),
    'webhook-signature': new Webhook(secret).sign(id, at, text),
  };
  return { method, path: '/', headers, body: Buffer.from(text) };
}

function listener(failing: readonly string[] = []) {
  const shown: string[] = [];
  const delivered: string[] = [];
  const refused: string[] = [];
  const left = [...failing];
  const reply = createReply({
    secrets: [secret],
    clock: { now: () => NOW_MS },
    show: async ({ webhook: { id } }: Incoming) => void shown.push(id),
    deliver: async ({ webhook: { id } }) => {
      if (left[0] === id) {
        left.shift();
        return { ok: false, where: 'http://localhost:3000', reason: 'ECONNREFUSED' };
      }
      delivered.push(id);
      return { ok: true };
    },
    onRefused: (reason) => void refused.push(reason),
  });
  const statuses = async (requests: readonly IncomingRequest[]): Promise<number[]> => {
    const found: number[] = [];
    for (const request of requests) found.push((await reply(request)).status);
    return found;
  };
  return { statuses, shown, delivered, refused };
}

describe('listen', () => {
  test('takes an event once, however often it is brought', async () => {
    const { statuses, shown, delivered } = listener();
    expect(await statuses([webhook('a'), webhook('a'), webhook('b')])).toEqual([204, 200, 204]);
    expect({ shown, delivered }).toEqual({ shown: ['a', 'b'], delivered: ['a', 'b'] });
  });

  test('has an event brought again that it could not bring on, and prints it once', async () => {
    const { statuses, shown, delivered } = listener(['a', 'a']);
    expect(await statuses([webhook('a'), webhook('a'), webhook('a')])).toEqual([502, 502, 204]);
    expect({ shown, delivered }).toEqual({ shown: ['a'], delivered: ['a'] });
  });

  test('refuses what is not signed, what is no event, and what is no webhook', async () => {
    const { statuses, shown, refused } = listener();
    const unsigned = { ...webhook('a'), headers: {} };
    const changed = { ...webhook('a'), body: Buffer.from('{}') };
    const noEvent = webhook('a', { body: '{"hello": "world"}' });
    const read = webhook('a', { method: 'GET' });
    expect(await statuses([unsigned, changed, noEvent, read])).toEqual([401, 401, 400, 405]);
    expect(shown).toEqual([]);
    expect(refused).toEqual(['unsigned', 'bad-signature', 'no-event']);
  });
});
