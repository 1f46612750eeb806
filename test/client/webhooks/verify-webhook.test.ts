import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import {
  type ReceivedWebhook,
  verifyWebhook,
} from '../../../src/client/webhooks/verify-webhook.js';
import { isJobtrackError } from '../../../src/errors/index.js';
import { promise } from '../../helpers/promise.js';

const NOW_MS = Date.parse('2024-01-20T10:45:33Z');
const clock = { now: () => NOW_MS };
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;

const event = {
  id: 'evt-1',
  type: 'stageCompleted',
  timestamp: '2024-01-20T10:45:30Z',
  sequence: 3,
  data: { stageName: 'データ読み込み' },
};

function signed({ by = secret, ageMs = 0, body = JSON.stringify(event) } = {}): ReceivedWebhook {
  const at = new Date(NOW_MS - ageMs);
  return {
    headers: {
      'webhook-id': 'evt-1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(by).sign('evt-1', at, body),
    },
    body,
  };
}

function refusal(received: ReceivedWebhook, secrets: string | string[] = secret): string {
  try {
    verifyWebhook(received, { secrets, clock });
    return 'accepted';
  } catch (error) {
    if (isJobtrackError(error, 'WEBHOOK_REFUSED')) return error.facts.reason;
    throw error;
  }
}

describe('a webhook', () => {
  test('signed by the public package is taken, as text and as bytes', () => {
    const verified = { id: 'evt-1', sentAtMs: NOW_MS, event };
    expect(verifyWebhook(signed(), { secrets: secret, clock })).toEqual(verified);
    const bytes = { ...signed(), body: Buffer.from(signed().body) };
    expect(verifyWebhook(bytes, { secrets: [secret], clock })).toEqual(verified);
  });

  test('is exactly what the specification gives as its example', () => {
    const received = {
      headers: {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
      body: '{"test": 2432232314}',
    };
    const check = {
      secrets: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      clock: { now: () => 1_614_265_330_000 },
    };
    // The signature is right; the body is no event of a job.
    expect(() => verifyWebhook(received, check)).toThrow(
      expect.objectContaining({ facts: { reason: 'no-event' } }),
    );
  });

  test.each([
    [300_000, 'accepted'],
    [301_000, 'too-old'],
    [-300_000, 'accepted'],
    [-301_000, 'too-new'],
  ])('that is %d ms old is %s', (ageMs, outcome) => {
    expect(refusal(signed({ ageMs }))).toBe(outcome);
  });

  test('may be signed with either secret while they are being changed', () => {
    expect(refusal(signed({ by: other }), [secret, other])).toBe('accepted');
    expect(refusal(signed({ by: secret }), [secret, other])).toBe('accepted');
    expect(refusal(signed({ by: other }))).toBe('bad-signature');
    const both = signed();
    const signature = `v1,${'A'.repeat(44)} ${String(both.headers['webhook-signature'])}`;
    const headers = { ...both.headers, 'webhook-signature': signature };
    expect(refusal({ ...both, headers })).toBe('accepted');
  });

  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('needs %s', (name) => {
    const { headers, body } = signed();
    expect(refusal({ headers: { ...headers, [name]: undefined }, body })).toBe('unsigned');
  });

  test('has names of headers in any case', () => {
    const { headers, body } = signed();
    const upper = Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]);
    expect(refusal({ headers: Object.fromEntries(upper), body })).toBe('accepted');
  });
});

promise(
  'W1',
  'A webhook is believed only when it is signed exactly so, with a known secret, within five minutes',
  { full: 5_000, quick: 500 },
  ({ count, fail }) => {
    const genuine = signed();
    fc.assert(
      fc.property(mutation(genuine), (changed) => {
        if (refusal(changed) === 'accepted') fail(JSON.stringify(changed));
      }),
      { numRuns: count },
    );
  },
);

/** The webhook with one thing changed: a byte of the body, of the id, of the time or of the signature, or a part gone. */
function mutation({ headers, body }: ReceivedWebhook): fc.Arbitrary<ReceivedWebhook> {
  const text = String(body);
  const changedText = (original: string): fc.Arbitrary<string> =>
    fc
      .oneof(
        fc
          .tuple(fc.nat(original.length - 1), fc.string({ unit: 'binary', maxLength: 2 }))
          .map(([at, by]) => original.slice(0, at) + by + original.slice(at + 1)),
        fc.nat(original.length - 1).map((length) => original.slice(0, length)),
        fc.string({ unit: 'binary', maxLength: 3 }).map((more) => original + more),
      )
      .filter((changed) => changed !== original);
  const header = (name: string): fc.Arbitrary<ReceivedWebhook> =>
    changedText(String(headers[name]))
      // The signature stands among others, parted by spaces: more of them leave it right.
      .filter(
        (value) =>
          !(name === 'webhook-signature' && value.split(' ').includes(String(headers[name]))),
      )
      .map((value) => ({ headers: { ...headers, [name]: value }, body: text }));
  return fc.oneof(
    changedText(text).map((changed) => ({ headers, body: changed })),
    header('webhook-id'),
    header('webhook-timestamp'),
    header('webhook-signature'),
    fc.constant({ ...signed({ by: other }) }),
  );
}
