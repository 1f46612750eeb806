import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempted, decideRetry } from '../../src/client/retry-policy.js';
import { promise } from '../helpers/promise.js';

const first: Attempted = {
  method: 'GET',
  attempt: 1,
  retries: 2,
  outcome: { status: 503 },
  retryAfterMs: undefined,
  leftMs: 30_000,
  random: 0.5,
  budgetAllows: true,
};

describe('the wait', () => {
  test.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [4, 4_000],
    [5, 5_000],
    [60, 5_000],
  ])(
    'before retry %i lies between 0 and a bound that doubles from 1 s to 10 s: half of it is %i ms',
    (attempt, waitMs) => {
      expect(decideRetry({ ...first, attempt, retries: 100 })).toBe(waitMs);
    },
  );

  test('is at least what the server asks for, and something on top', () => {
    expect(decideRetry({ ...first, retryAfterMs: 5_000 })).toBe(5_500);
    expect(decideRetry({ ...first, retryAfterMs: 5_000, random: 0 })).toBe(5_000);
  });

  test('never reaches the deadline: there is no retry then', () => {
    expect(decideRetry({ ...first, leftMs: 500 })).toBeUndefined();
    expect(decideRetry({ ...first, leftMs: 501 })).toBe(500);
    expect(decideRetry({ ...first, retryAfterMs: 86_400_000 })).toBeUndefined();
  });

  test('is never below Retry-After and always below the time left', () => {
    const given = fc.record({
      attempt: fc.integer({ min: 1, max: 1_000 }),
      random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      retryAfterMs: fc.option(fc.nat(), { nil: undefined }),
      leftMs: fc.integer(),
    });
    fc.assert(
      fc.property(given, (some) => {
        const waitMs = decideRetry({ ...first, retries: 1_000, ...some });
        if (waitMs === undefined) return;
        expect(waitMs).toBeGreaterThanOrEqual(some.retryAfterMs ?? 0);
        expect(waitMs).toBeLessThan(some.leftMs);
      }),
    );
  });
});

test('there are no more retries than allowed, and none without budget', () => {
  expect(decideRetry({ ...first, attempt: 2 })).toBe(1_000);
  expect(decideRetry({ ...first, attempt: 3 })).toBeUndefined();
  expect(decideRetry({ ...first, retries: 0 })).toBeUndefined();
  expect(decideRetry({ ...first, budgetAllows: false })).toBeUndefined();
});

test.each([
  ['EAI_AGAIN, a resolver that is busy', 'EAI_AGAIN', true],
  ['ENOTFOUND, a name that does not exist', 'ENOTFOUND', false],
  ['a certificate that has expired', 'CERT_HAS_EXPIRED', false],
  ['a certificate for another name', 'ERR_TLS_CERT_ALTNAME_INVALID', false],
  ['a certificate of nobody', 'DEPTH_ZERO_SELF_SIGNED_CERT', false],
  ['an answer that is no HTTP', 'HPE_INVALID_CONSTANT', false],
])('%s is tried again: %3$s', (_what, reason, isRetried) => {
  const waitMs = decideRetry({ ...first, outcome: { code: 'NETWORK', reason } });
  expect(waitMs !== undefined).toBe(isRetried);
});

/** How the table of reliability.md reads: after a status, and after an error. */
const afterStatus: Record<number, boolean> = {
  400: false,
  404: false,
  408: true,
  429: true,
  500: true,
  501: false,
  503: true,
  504: true,
};
const afterError: readonly [Attempted['outcome'], boolean][] = [
  [{ code: 'NETWORK', reason: 'ECONNREFUSED' }, true],
  [{ code: 'NETWORK', reason: 'ECONNRESET' }, true],
  [{ code: 'IDLE' }, true],
  [{ code: 'BODY_CUT' }, true],
  [{ code: 'NETWORK', reason: 'ENOTFOUND' }, false],
  [{ code: 'DEADLINE' }, false],
];

/** How many attempts are made when the first ends with `status` and the second with `error`. */
function countAttempts(method: string, status: number, error: Attempted['outcome']): number {
  const outcomes = [{ status }, error];
  const last = outcomes.findIndex(
    (outcome, index) =>
      decideRetry({ ...first, method, outcome, attempt: index + 1 }) === undefined,
  );
  return last === -1 ? 3 : last + 1;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const cells = methods.flatMap((method) =>
  Object.entries(afterStatus).flatMap(([status, isRetried]) =>
    afterError.map(([error, isRetriedToo]) => {
      const retried = isRetriedToo ? 3 : 2;
      const expected = method === 'GET' && isRetried ? retried : 1;
      return { method, status: Number(status), error, expected };
    }),
  ),
);

promise(
  'H3',
  'A request is sent again only if the table says so',
  { full: 288, quick: 288 },
  ({ fail }) => {
    for (const { method, status, error, expected } of cells) {
      const attempts = countAttempts(method, status, error);
      if (attempts !== expected) {
        fail(`${method}, ${status}, ${JSON.stringify(error)}: ${attempts} attempts`);
      }
    }
    return cells.length;
  },
);
