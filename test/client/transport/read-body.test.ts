import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startServer } from '../../helpers/http-server.js';
import { JOB, rejection, testClient, textOf } from '../../helpers/test-client.js';

const text = 'başladı 警告\n'.repeat(10_000);
const plain = Buffer.from(text);

const serve = (encoding: string, body: Buffer) =>
  startServer((_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(body);
  });

test.each([
  ['gzip', gzipSync(plain)],
  ['x-gzip', gzipSync(plain)],
  ['GZIP', gzipSync(plain)],
  ['deflate', deflateSync(plain)],
  ['br', brotliCompressSync(plain)],
  ['identity', plain],
  ['', plain],
  ['gzip, br', brotliCompressSync(gzipSync(plain))],
])('a body in "%s" is unpacked', async (encoding, body) => {
  const server = await serve(encoding, body);
  expect(await textOf((await testClient(server.url).rawLogs(JOB)).body)).toBe(text);
});

test.each(['compress', 'constructor', 'gzip, gzip, gzip', 'aes128gcm'])(
  'a body in "%s" is refused',
  async (encoding) => {
    const server = await serve(encoding, gzipSync(plain));
    const error = await rejection(testClient(server.url).batch());
    expect(error).toMatchObject({
      code: 'BODY_NOT_UNDERSTOOD',
      facts: { expected: 'a body in gzip, deflate, br', found: `the encoding ${encoding}` },
    });
  },
);

test.each([
  ['gzip', gzipSync(plain)],
  ['deflate', deflateSync(plain)],
  ['br', brotliCompressSync(plain)],
])('a body in "%s" that ends too early is BODY_CUT', async (encoding, body) => {
  const server = await serve(encoding, body.subarray(0, body.length - 5));
  const error = await rejection(testClient(server.url, { retries: 0 }).batch());
  expect(error).toMatchObject({ code: 'BODY_CUT' });
});

test.each(['gzip', 'deflate', 'br'])(
  'a body that is not in "%s" at all is damaged',
  async (encoding) => {
    const server = await serve(encoding, Buffer.from('{"jobs":[], "and": "more of it"}'));
    const error = await rejection(testClient(server.url, { retries: 0 }).batch());
    expect(error).toMatchObject({
      code: 'BODY_NOT_UNDERSTOOD',
      facts: { expected: 'a body that can be unpacked' },
    });
  },
);

test('a reader that stops early frees the connection', async () => {
  const server = await startServer((_request, response) => {
    response.write('line\n'.repeat(100_000));
  });
  const client = testClient(server.url);
  for await (const chunk of (await client.rawLogs(JOB)).body) {
    expect(chunk.byteLength).toBeGreaterThan(0);
    break;
  }
  await client.close();
  await expect.poll(() => server.openConnections).toBe(0);
});
