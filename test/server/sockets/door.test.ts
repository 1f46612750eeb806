import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { API, JOB, TENANT } from '../../helpers/test-client.js';
import { headers as httpHeaders, OTHER_JOB, TOKEN } from '../app/fake-app.js';
import { askOverHttp } from '../over-http.js';
import { EVENTS, listenAt, startLiveServer } from './live-server.js';

interface Raw {
  status: number;
  head: string;
  error: { code: string; message: string };
}

/** Sends these bytes over a connection of its own, and reads until the server ends it. */
async function send(port: number, bytes: string | Uint8Array): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => {});
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
  });
  await once(socket, 'connect');
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}

const opening = (port: number): Record<string, string> => ({
  Host: `127.0.0.1:${port}`,
  Authorization: `Bearer ${TOKEN}`,
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
});

const request = (line: string, headers: Record<string, string | undefined>): string =>
  [
    `${line} HTTP/1.1`,
    ...Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}: ${value}`],
    ),
    '',
    '',
  ].join('\r\n');

/** A request for a socket that is to be refused. */
async function refused(
  port: number,
  line: string,
  changes: Record<string, string | undefined> = {},
): Promise<Raw> {
  const answer = await send(port, request(line, { ...opening(port), ...changes }));
  const [head = '', body = '{}'] = answer.split('\r\n\r\n');
  return { status: Number(head.slice(9, 12)), head, ...JSON.parse(body) };
}

describe('what is refused', () => {
  const otherJob = EVENTS.replace(JOB, OTHER_JOB);
  const otherProject = EVENTS.replace(TENANT, OTHER_JOB);
  const refusals: [string, number, string, string, Record<string, string | undefined>?][] = [
    ['no token', 401, 'UNAUTHENTICATED', `GET ${EVENTS}`, { Authorization: undefined }],
    [
      'a token in the address',
      401,
      'UNAUTHENTICATED',
      `GET ${EVENTS}?token=${TOKEN}`,
      { Authorization: undefined },
    ],
    [
      'a token as a protocol',
      401,
      'UNAUTHENTICATED',
      `GET ${EVENTS}`,
      { Authorization: undefined, 'Sec-WebSocket-Protocol': `bearer, ${TOKEN}` },
    ],
    ['a page of elsewhere', 403, 'FORBIDDEN', `GET ${EVENTS}`, { Origin: 'http://evil.example' }],
    ['another name', 421, 'MISDIRECTED', `GET ${EVENTS}`, { Host: 'evil.example' }],
    ['another project', 404, 'NOT_FOUND', `GET ${otherProject}`],
    ['another job', 404, 'JOB_NOT_FOUND', `GET ${otherJob}`],
    ['an id that is none', 400, 'VALIDATION_FAILED', `GET ${EVENTS.replace(JOB, 'x')}`],
    ['an address without a socket', 404, 'NOT_FOUND', `GET ${API}/job/${JOB}/progress`],
    ['an address that is none', 404, 'NOT_FOUND', 'GET /%zz'],
    ['what needs no token elsewhere', 404, 'NOT_FOUND', 'GET /healthz'],
    ['another method', 405, 'METHOD_NOT_ALLOWED', `POST ${EVENTS}`],
    ['a subscription that is not there', 404, 'NOT_FOUND', `GET ${EVENTS}?subscriptionId=sub-1`],
    ['a number that is none', 400, 'VALIDATION_FAILED', `GET ${EVENTS}?afterSequence=-1`],
    ['two numbers', 400, 'VALIDATION_FAILED', `GET ${EVENTS}?afterSequence=1&afterSequence=2`],
    [
      'a version that is not spoken',
      426,
      'UPGRADE_REQUIRED',
      `GET ${EVENTS}`,
      { 'Sec-WebSocket-Version': '7' },
    ],
    ['a key that is none', 400, 'VALIDATION_FAILED', `GET ${EVENTS}`, { 'Sec-WebSocket-Key': 'x' }],
    [
      'a protocol that is none',
      400,
      'VALIDATION_FAILED',
      `GET ${EVENTS}`,
      { 'Sec-WebSocket-Protocol': ',,' },
    ],
  ];

  test.each(refusals)('%s: %i %s', async (_name, status, code, line, changes) => {
    const server = await startLiveServer();
    const answer = await refused(server.port, line, changes);
    expect([answer.status, answer.error.code]).toEqual([status, code]);
    expect(answer.head.toLowerCase()).toContain('\r\nx-request-id: ');
    expect(server.failures).toEqual([]);
  });

  test('a subscription to webhooks, and one that has expired', async () => {
    const server = await startLiveServer();
    const { body } = await server.client.subscribe(JOB, {
      subscriptionType: 'webhook',
      webhookUrl: 'https://example.com/hook',
    });
    const webhook = await refused(
      server.port,
      `GET ${EVENTS}?subscriptionId=${body.subscriptionId}`,
    );
    expect(webhook.error.message).toBe('This job has no such subscription of the type websocket.');
    const id = await server.subscribe();
    server.sleep(8 * 3_600_000);
    expect((await refused(server.port, `GET ${EVENTS}?subscriptionId=${id}`)).status).toBe(410);
  });

  test('says how it is done right', async () => {
    const { port } = await startLiveServer();
    const { head: token } = await refused(port, `GET ${EVENTS}`, { Authorization: undefined });
    expect(token).toContain('\r\nWWW-Authenticate: Bearer');
    const { head: method } = await refused(port, `DELETE ${EVENTS}`);
    expect(method).toContain('\r\nAllow: GET');
    const { head: version } = await refused(port, `GET ${EVENTS}`, {
      'Sec-WebSocket-Version': '1',
    });
    expect(version).toContain('\r\nSec-WebSocket-Version: 13, 8');
    const plain = await askOverHttp(`http://127.0.0.1:${port}${EVENTS}`, {
      headers: { ...httpHeaders, host: `127.0.0.1:${port}` },
    });
    expect([plain.status, plain.headers['upgrade']]).toEqual([426, 'websocket']);
  });

  test('everything, while the server stops', async () => {
    const server = await startLiveServer();
    // A request that does not end keeps the server waiting.
    const busy = connect(server.port, '127.0.0.1');
    onTestFinished(() => void busy.destroy());
    busy.on('error', () => {});
    await once(busy, 'connect');
    busy.write(`GET ${EVENTS} HTTP/1.1\r\n`);
    await server.client.progress(JOB);
    const closing = server.close(3_000);
    busy.write(request('', opening(server.port)).slice(' HTTP/1.1\r\n'.length));
    const [answer] = (await once(busy, 'data')) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1\.1 503 [\s\S]*The server is closing\./);
    await closing;
  });
});

describe('a request for another protocol', () => {
  const h2c = (port: number) => ({
    Host: `127.0.0.1:${port}`,
    Authorization: `Bearer ${TOKEN}`,
    Connection: 'Upgrade, HTTP2-Settings',
    Upgrade: 'h2c',
    'HTTP2-Settings': 'AAMAAABkAAQAoAAAAAIAAAAA',
  });

  test('is answered over HTTP, as many times as it is asked over one connection', async () => {
    const { port, client } = await startLiveServer();
    const line = `GET ${API}/job/${JOB}/progress`;
    const last = request(line, { ...h2c(port), Connection: 'close, Upgrade' });
    const asked = Array.from({ length: 20 }, () => request(line, h2c(port)));
    const answers = await send(port, asked.join('') + last);
    expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(21);
    expect((await client.progress(JOB)).body.jobName).toBe('Nightly');
  });

  test('is read with its body', async () => {
    const { port, client } = await startLiveServer();
    const body = JSON.stringify({ reportId: 'a', type: 'progress', percent: 42 });
    const answer = await send(
      port,
      request(`POST ${API}/job/${JOB}/reports`, {
        ...h2c(port),
        Connection: 'close, Upgrade',
        'Content-Type': 'application/json',
        'Content-Length': String(body.length),
      }) + body,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
    expect((await client.progress(JOB)).body.overallProgress?.percentage).toBe(42);
  });

  test('passes the gate like any other', async () => {
    const { port } = await startLiveServer();
    const answer = await send(
      port,
      request(`GET ${API}/job/${JOB}/progress`, {
        ...h2c(port),
        Authorization: undefined,
        Connection: 'close, Upgrade',
      }),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });
});

test('whatever asks for a socket, and whatever comes on one, the server goes on', async () => {
  const server = await startLiveServer();
  const listening = await listenAt(server);
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('', '?afterSequence=0', '?%', '?subscriptionId=\x01', '\xff'),
      fc.dictionary(
        fc.constantFrom(...Object.keys(opening(1)), 'Origin', 'Sec-WebSocket-Extensions'),
        fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
        { maxKeys: 2 },
      ),
      hostile,
      async (query, changes, after) => {
        const head = request(`GET ${EVENTS}${query}`, { ...opening(server.port), ...changes });
        const socket = connect(server.port, '127.0.0.1');
        socket.on('error', () => {});
        await once(socket, 'connect');
        socket.end(Buffer.concat([Buffer.from(head, 'latin1'), after]));
        socket.resume();
        await new Promise((resolve) => socket.once('close', resolve));
      },
    ),
    { numRuns: 150 },
  );
  await server.report({ type: 'stage', stageName: 'Load' });
  expect(await listening.seen(1)).toHaveLength(1);
  expect(server.failures).toEqual([]);
});
