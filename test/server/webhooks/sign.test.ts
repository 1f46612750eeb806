import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { isWebhookSecret } from '../../../src/contract/index.js';
import { signEvent } from '../../../src/server/webhooks/sign.js';
import { SECRET } from './delivering.js';

const event = {
  id: '123e8400-e29b-41d4-a716-446655440000',
  type: 'warning',
  jobId: 'cc0e8400-e29b-41d4-a716-446655440000',
  jobName: 'Gece içe aktarma 🚀',
  timestamp: '2024-01-20T10:45:33Z',
  sequence: 7,
  data: { message: 'half of the fields are empty' },
};

const nowMs = Date.parse('2024-01-20T10:45:40.987Z');

describe('a signed event', () => {
  test('has the headers of Standard Webhooks, and the token of its receiver', () => {
    const { headers, body } = signEvent(
      event,
      { secret: SECRET, bearerToken: 'their-token' },
      nowMs,
    );
    expect(JSON.parse(body)).toEqual(event);
    expect(headers).toEqual({
      'content-type': 'application/json',
      'user-agent': 'jobtrack-webhooks',
      'webhook-id': event.id,
      'webhook-timestamp': '1705747540',
      'webhook-signature': expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/),
      authorization: 'Bearer their-token',
    });
  });

  test('says nothing of a token where there is none', () => {
    expect(signEvent(event, { secret: SECRET }, nowMs).headers).not.toHaveProperty('authorization');
  });

  test('is signed over its id, its time and its body', () => {
    const { headers, body } = signEvent(event, { secret: SECRET }, nowMs);
    const again = new Webhook(SECRET).sign(event.id, new Date(1705747540_000), body);
    expect(headers['webhook-signature']).toBe(again);
    const later = signEvent(event, { secret: SECRET }, nowMs + 5_000);
    expect(later.headers['webhook-signature']).not.toBe(again);
  });
});

test('a secret of any length that is allowed can be signed with', () => {
  for (let bytes = 24; bytes <= 64; bytes += 1) {
    const secret = `whsec_${Buffer.alloc(bytes, bytes).toString('base64')}`;
    expect(isWebhookSecret(secret)).toBe(true);
    const { headers, body } = signEvent(event, { secret }, nowMs);
    const again = new Webhook(secret).sign(event.id, new Date(nowMs), body);
    expect(headers['webhook-signature']).toBe(again);
  }
});
