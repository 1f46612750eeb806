import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import {
  createCheckedLookup,
  type Resolve,
  systemResolve,
} from '../../../../src/server/webhooks/guard/checked-lookup.js';

const guard = { allows: (address: string) => address !== '10.0.0.1' };

/** What a socket is handed for a name: an error's code, one address, or all. */
const lookUp = (resolve: Resolve, all: boolean, limitMs?: number): Promise<unknown> =>
  new Promise((done) => {
    createCheckedLookup(guard, resolve, limitMs)('hook.example', { all }, (error, found, family) =>
      done(error?.code ?? (typeof found === 'string' ? [found, family] : found)),
    );
  });

const meaning =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address): LookupAddress => ({ address, family: 4 }));

test('hands out allowed addresses only, all of them or the first', async () => {
  const some = meaning('10.0.0.1', '192.0.2.7', '10.0.0.1', '192.0.2.8');
  expect(await lookUp(some, false)).toEqual(['192.0.2.7', 4]);
  expect(await lookUp(some, true)).toEqual([
    { address: '192.0.2.7', family: 4 },
    { address: '192.0.2.8', family: 4 },
  ]);
});

test('refuses a name that has none', async () => {
  expect(await lookUp(meaning('10.0.0.1'), true)).toBe('ADDRESS_REFUSED');
  expect(await lookUp(meaning('10.0.0.1'), false)).toBe('ADDRESS_REFUSED');
});

test('says what the resolver says of a name that it does not know', async () => {
  const unknown: Resolve = async () => {
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  };
  expect(await lookUp(unknown, true)).toBe('ENOTFOUND');
});

test('gives up on a resolver that is silent', async () => {
  expect(await lookUp(() => new Promise(() => {}), true, 10)).toBe('EAI_AGAIN');
});

test('asks as other programs of this machine do', async () => {
  const found = await systemResolve('localhost');
  expect(found.map(({ address }) => address)).toContain('127.0.0.1');
});
