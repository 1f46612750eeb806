import { describe, expect, test } from 'vitest';
import { runCli } from '../helpers/cli.js';
import { hostileCorpus } from '../helpers/hostile-corpus.js';
import { startServer } from '../helpers/http-server.js';
import { startListen } from '../helpers/listening.js';
import { controlBytes } from '../helpers/no-control-bytes.js';
import { promise } from '../helpers/promise.js';

const event = {
  id: 'evt-1',
  type: 'stageCompleted',
  jobId: 'cc0e8400-e29b-41d4-a716-446655440000',
  jobName: 'Nightly',
  timestamp: '2024-01-20T10:32:15Z',
  sequence: 3,
  data: { stageName: 'Data Loading', recordsLoaded: 192_850 },
};

describe('jobtrack listen', () => {
  test('prints what arrives, says how to have it sent, and dies by the signal that ends it', async () => {
    const listening = await startListen();
    expect((await listening.send('evt-1', JSON.stringify(event))).status).toBe(204);
    expect((await listening.send('evt-1', JSON.stringify(event))).status).toBe(200);
    expect(await listening.stop()).toEqual({ code: null, signal: 'SIGINT' });
    expect(listening.stdout).toBe(
      '2024-01-20T10:32:15Z  Stage completed  Data Loading  recordsLoaded 192,850\n',
    );
    expect(listening.stderr.replaceAll(/:\d+\/|--secret-file \S+/g, '…')).toBe(
      [
        'Listening for webhooks on http://127.0.0.1…',
        'Have events sent here: jobtrack subscribe <job id> --webhook http://127.0.0.1… …',
        '',
      ].join('\n'),
    );
  });

  test('prints an object a line for programs', async () => {
    const listening = await startListen(['-o', 'ndjson']);
    await listening.send('evt-1', JSON.stringify(event));
    await listening.said(/\n/);
    expect(JSON.parse(listening.stdout)).toEqual(event);
  });

  test('hands an event to a program, without a shell', async () => {
    const script = 'process.stdin.pipe(process.stderr); process.stderr.write(process.argv[1])';
    const exec = `'${process.execPath}' -e '${script}' '$HOME;id'`;
    const listening = await startListen(['--exec', exec]);
    expect((await listening.send('evt-1', JSON.stringify(event))).status).toBe(204);
    expect(listening.stderr).toContain(`$HOME;id${JSON.stringify(event)}`);
    expect(listening.stdout.split('\n')).toHaveLength(2);
  });

  test('has an event sent again when its program fails', async () => {
    const listening = await startListen(['--exec', `'${process.execPath}' -e 'process.exit(3)'`]);
    expect((await listening.send('evt-1', JSON.stringify(event))).status).toBe(502);
    expect((await listening.send('evt-1', JSON.stringify(event))).status).toBe(502);
    expect(listening.stderr).toContain('exit code 3. Its sender was told to try again.');
    expect(listening.stdout.match(/Stage completed/g)).toHaveLength(1);
  });

  test('forwards exactly what came, with its signature', async () => {
    const target = await startServer((_request, response) => response.writeHead(202).end());
    const listening = await startListen(['--forward-to', `${target.url}/hooks?a=1`]);
    const body = JSON.stringify(event, null, 3);
    const headers = { authorization: 'Bearer for-the-receiver', 'x-elsewhere': 'no' };
    expect((await listening.send('evt-1', body, { headers })).status).toBe(204);
    const [forwarded] = target.requests;
    expect(forwarded).toMatchObject({ method: 'POST', path: '/hooks?a=1', body });
    expect(forwarded?.headers).toMatchObject({
      'webhook-id': 'evt-1',
      'webhook-signature': expect.stringMatching(/^v1,/),
      authorization: 'Bearer for-the-receiver',
    });
    expect(forwarded?.headers).not.toHaveProperty('x-elsewhere');
  });

  test('has an event sent again when it can not be forwarded', async () => {
    const target = await startServer((_request, response) => response.writeHead(500).end());
    const listening = await startListen(['--forward-to', target.url]);
    expect((await listening.send('evt-1', JSON.stringify(event))).status).toBe(502);
    await target.close();
    expect((await listening.send('evt-1', JSON.stringify(event))).status).toBe(502);
    expect(listening.stderr).toMatch(/HTTP 500.*\n.*ECONNREFUSED/);
  });

  test.each([
    [['--port', '70000'], '--port'],
    [['--exec', 'say "hi'], 'every quote closed'],
    [['--forward-to', 'not a url'], '--forward-to'],
    [['-o', 'json'], '--output json'],
  ])('%j is refused', async (args, named) => {
    const { code, stderr, stdout } = await runCli(['listen', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(named);
  });

  test('says that the port is taken', async () => {
    const first = await startListen();
    const { port } = new URL(first.url);
    const { code, stderr } = await runCli(['listen', '--port', port]);
    expect(code).toBe(2);
    expect(stderr).toContain(`can't listen on 127.0.0.1:${port}: EADDRINUSE`);
  });
});

promise(
  'W5',
  'listen forwards nothing and prints nothing raw of what it does not believe',
  { full: 1_000, quick: 120 },
  async ({ count, fail }) => {
    const target = await startServer((_request, response) => response.end());
    const listening = await startListen(['--forward-to', target.url]);
    const hostile = hostileCorpus.map(({ text }) => text);
    const expected: Record<string, number> = { old: 401, forged: 401, unsigned: 401, large: 413 };
    const kinds = Object.keys(expected);
    for (let at = 0; at < count; at += 1) {
      const kind = kinds[at % kinds.length] ?? '';
      const text = String(hostile[at % hostile.length]);
      const body = JSON.stringify({ ...event, type: text, jobName: text, data: { text } });
      const { status } = await sendBad(listening, kind, body);
      if (status !== expected[kind]) fail(`${kind}: ${status}`);
    }
    // What is believed may still say what it likes: nothing of it reaches the terminal as it came.
    for (const [at, text] of hostile.entries()) {
      const body = JSON.stringify({ ...event, type: String(text), jobName: text, data: { text } });
      const { status } = await listening.send(`hostile-${at}`, body);
      if (status !== 204) fail(`hostile ${at}: ${status}`);
    }
    if (target.requests.length !== hostile.length) fail(`forwarded ${target.requests.length}`);
    const raw = controlBytes(listening.stdout + listening.stderr);
    if (raw.length > 0) fail(`printed raw: ${JSON.stringify(raw)}`);
    return count;
  },
);

function sendBad(
  { url, send }: Awaited<ReturnType<typeof startListen>>,
  kind: string,
  body: string,
): Promise<Response> {
  if (kind === 'old') return send('bad', body, { ageMs: 400_000 });
  if (kind === 'large') return send('bad', 'x'.repeat(1_048_577));
  if (kind === 'unsigned') return fetch(url, { method: 'POST', body });
  return send('bad', body, { headers: { 'webhook-signature': `v1,${'A'.repeat(43)}=` } });
}
