import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { example, exampleLanguages, exampleText } from '../../helpers/examples.js';
import { promise } from '../../helpers/promise.js';
import { answerBytes, startTcpServer } from '../../helpers/tcp-server.js';
import { everyMethod, JOB, rejection, testClient, textOf } from '../../helpers/test-client.js';

/** The three ways in which HTTP/1.1 says where a body ends. */
const framings = {
  'content-length': (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  chunked: (body: string) => {
    const middle = Math.floor(body.length / 2);
    const chunks = [body.slice(0, middle), body.slice(middle)].filter((chunk) => chunk !== '');
    const framed = chunks.map(
      (chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`,
    );
    return `Transfer-Encoding: chunked\r\n\r\n${framed.join('')}0\r\n\r\n`;
  },
  'close-delimited': (body: string) => `Connection: close\r\n\r\n${body}`,
};

interface Recorded {
  method: string;
  framing: keyof typeof framings;
  bytes: Buffer;
}

const logText =
  '2024-01-20T10:30:15Z INFO Starting\n2024-01-20T10:41:10Z ERROR Bellek sınırı aşıldı\n';

const recorded: readonly Recorded[] = exampleLanguages.flatMap((language) =>
  Object.keys(everyMethod).flatMap((method) => {
    const name = { logPages: 'logs', subscribe: 'subscribe-response' }[method] ?? method;
    const body = method === 'rawLogs' ? logText : JSON.stringify(example(language, name));
    return (Object.keys(framings) as Recorded['framing'][]).map((framing) => {
      const bytes = Buffer.from(`HTTP/1.1 200 OK\r\n${framings[framing](body)}`);
      return { method, framing, bytes };
    });
  }),
);

/** Every byte of every response: where to cut it. */
const cuts = recorded.flatMap(({ method, framing, bytes }) =>
  Array.from({ length: bytes.length }, (_item, length) => ({ method, framing, bytes, length })),
);

promise(
  'H8',
  'A cut answer is an error, never a success with a part of it',
  { full: 2_000, quick: 400 },
  async ({ count, fail }) => {
    let answer: Uint8Array = new Uint8Array();
    const server = await startTcpServer((socket) => answerBytes(answer)(socket));
    const client = testClient(server.url, { retries: 0 });
    // Evenly over all of them: every response is cut in many places, from its first byte to its last.
    const step = cuts.length / count;
    for (let index = 0; index < count; index += 1) {
      const cut = cuts[Math.floor(index * step)];
      if (cut === undefined) continue;
      answer = cut.bytes.subarray(0, cut.length);
      const where = `${cut.method} (${cut.framing}) after ${cut.length} bytes`;
      const error = await rejection(everyMethod[cut.method]?.(client) ?? Promise.resolve());
      const { code = String(error) } = error as { code?: string };
      if (!['BODY_CUT', 'NETWORK', 'BODY_NOT_UNDERSTOOD'].includes(code)) fail(`${where}: ${code}`);
    }
  },
);

test.each(Object.keys(framings) as (keyof typeof framings)[])(
  'a whole answer is read (%s)',
  async (framing) => {
    const text = exampleText('tr', 'batch');
    const server = await startTcpServer(
      answerBytes(`HTTP/1.1 200 OK\r\n${framings[framing](text)}`),
    );
    expect((await testClient(server.url).batch()).body).toEqual(JSON.parse(text));
  },
);

test.each(Object.keys(framings) as (keyof typeof framings)[])(
  'an answer that is cut in its middle is BODY_CUT (%s)',
  async (framing) => {
    const bytes = Buffer.from(
      `HTTP/1.1 200 OK\r\n${framings[framing](exampleText('tr', 'batch'))}`,
    );
    const server = await startTcpServer(answerBytes(bytes.subarray(0, bytes.length - 400)));
    const error = await rejection(testClient(server.url, { retries: 0 }).batch());
    expect(error).toMatchObject({ code: 'BODY_CUT', facts: { origin: server.url } });
  },
);

test('a raw log that only ends with its connection is handed out and then BODY_CUT: nothing says that it is whole', async () => {
  const server = await startTcpServer(
    answerBytes(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${logText}`),
  );
  const { body } = await testClient(server.url).rawLogs(JOB);
  const chunks: Uint8Array[] = [];
  const error = await rejection(
    (async () => {
      for await (const chunk of body) chunks.push(chunk);
    })(),
  );
  expect(Buffer.concat(chunks).toString()).toBe(logText);
  expect(error).toMatchObject({ code: 'BODY_CUT' });
});

test('unless it is packed: the packing has an end mark', async () => {
  const packed = gzipSync(logText);
  const head = 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\n\r\n';
  const answer = (length: number) =>
    answerBytes(Buffer.concat([Buffer.from(head), packed.subarray(0, length)]));
  const whole = await startTcpServer(answer(packed.length));
  expect(await textOf((await testClient(whole.url).rawLogs(JOB)).body)).toBe(logText);
  for (let length = 0; length < packed.length; length += 1) {
    const cut = await startTcpServer(answer(length));
    const client = testClient(cut.url, { retries: 0 });
    const error = await rejection(client.rawLogs(JOB).then(({ body }) => textOf(body)));
    expect([length, error]).toMatchObject([length, { code: 'BODY_CUT' }]);
  }
});
