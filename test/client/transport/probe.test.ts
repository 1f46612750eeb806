import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { systemProbe } from '../../../src/client/transport/probe.js';

const limits = (timeoutMs = 5000) => ({ timeoutMs, signal: new AbortController().signal });

/** A server on the loopback address that takes connections and says nothing. */
async function silentServer(): Promise<{ host: string; port: number }> {
  const server = createServer((socket) => socket.on('error', () => {}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

test('a host has addresses', async () => {
  expect(await systemProbe.lookup('localhost', limits())).toContain('127.0.0.1');
});

test('a connection is opened and says whom it reached', async () => {
  expect(await systemProbe.connect(await silentServer(), limits())).toBe('127.0.0.1');
});

test('a port where nobody listens is refused', async () => {
  await expect(systemProbe.connect({ host: '127.0.0.1', port: 1 }, limits())).rejects.toMatchObject(
    {
      code: 'ECONNREFUSED',
    },
  );
});

test('a handshake that nobody answers ends in time', async () => {
  await expect(systemProbe.handshake(await silentServer(), limits(50))).rejects.toMatchObject({
    code: 'ETIMEDOUT',
  });
});

test('an end that was asked for ends a probe with its own reason', async () => {
  const controller = new AbortController();
  const reason = new Error('the user has gone');
  const handshake = systemProbe.handshake(await silentServer(), {
    timeoutMs: 5000,
    signal: controller.signal,
  });
  controller.abort(reason);
  await expect(handshake).rejects.toBe(reason);
});
