import { describe, expect, test } from 'vitest';
import type { Client } from '../../../src/client/types.js';
import { runDoctor } from '../../../src/commands/doctor/run.js';
import type { Settings } from '../../../src/config/settings.js';
import type { Context } from '../../../src/context.js';
import { JobtrackError } from '../../../src/errors/index.js';
import type { Probe } from '../../../src/ports/probe.js';
import { answerWith, type FakeContextOptions, fakeContext } from '../../helpers/fake-context.js';
import { EXAMPLE_NOW_MS } from '../../helpers/look.js';

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

const goodProbe: Probe = {
  lookup: async () => ['192.0.2.10', '192.0.2.11'],
  connect: async () => '192.0.2.10',
  handshake: async () => ({
    protocol: 'TLSv1.3',
    validUntilMs: Date.parse('2024-06-01T00:00:00Z'),
  }),
};

const goodClient = {
  progress: async () => answerWith({}),
  batch: async () => answerWith({}),
} as unknown as Partial<Client>;

interface Case extends FakeContextOptions {
  probe?: Partial<Probe>;
  settings?: Partial<Record<keyof Settings, string | undefined>>;
  context?: Partial<Context>;
}

async function doctor({ probe, settings = {}, context = {}, ...options }: Case = {}) {
  const fake = await fakeContext({ client: goodClient, ...options });
  const usual = await fake.context.settings();
  const changed = Object.entries(settings).map(([key, value]) => [
    key,
    { value, source: { kind: 'default' } },
  ]);
  const all = { ...usual, ...Object.fromEntries(changed) } as Settings;
  const exitCode = await runDoctor(
    { ...fake.context, settings: async () => all, ...context },
    { ...goodProbe, ...probe },
  );
  return { exitCode, text: `\n${fake.stdout()}` };
}

const failing = (error: unknown): Partial<Client> => ({
  progress: () => Promise.reject(error),
  batch: () => Promise.reject(error),
});

const onTerminal = { look: { terminal: true } } as const;

describe('a machine on which all is well', () => {
  test('has a line for each check, and exit code 0', async () => {
    expect(await doctor({ ...onTerminal, settings: { token: 'secret-token' } })).toEqual({
      exitCode: 0,
      text: `
✓ settings    https://jobs.example.com
✓ DNS         jobs.example.com is 192.0.2.10, 192.0.2.11
✓ connection  192.0.2.10, port 443
✓ TLS         TLSv1.3, certificate good until 2024-06-01
✓ token       accepted
✓ request     /job/cc0e8400-e29b-41d4-a716-446655440000/progress answered
✓ clock       0s apart from the server
`,
    });
  });

  test('is told the same in a pipe, with words in place of signs', async () => {
    expect((await doctor()).text).toBe(`
ok      settings    https://jobs.example.com
ok      DNS         jobs.example.com is 192.0.2.10, 192.0.2.11
ok      connection  192.0.2.10, port 443
ok      TLS         TLSv1.3, certificate good until 2024-06-01
ok      token       none is set, and none was asked for
ok      request     /job/cc0e8400-e29b-41d4-a716-446655440000/progress answered
ok      clock       0s apart from the server
`);
  });

  test('is asked for the list of jobs where no job is set', async () => {
    expect((await doctor({ settings: { job: undefined } })).text).toContain(
      'request     /tracking/batch answered',
    );
  });
});

describe('settings', () => {
  test('that are missing are exit code 2, and the network is checked as far as it goes', async () => {
    const options = { ...onTerminal, settings: { tenant: undefined } };
    expect(await doctor(options)).toEqual({
      exitCode: 2,
      text: `
✗ settings    no tenant is set
              Give --tenant, set JOBTRACK_TENANT, or run: jobtrack login
✓ DNS         jobs.example.com is 192.0.2.10, 192.0.2.11
✓ connection  192.0.2.10, port 443
✓ TLS         TLSv1.3, certificate good until 2024-06-01
· token       not checked: settings failed
· request     not checked: settings failed
· clock       not checked: settings failed
`,
    });
  });

  test('without an address leave nothing to check', async () => {
    const { exitCode, text } = await doctor({ ...onTerminal, settings: { url: undefined } });
    expect(exitCode).toBe(2);
    expect(text).toContain('✗ settings    no url is set');
    expect(text.match(/not checked: settings failed/g)).toHaveLength(6);
  });

  test('that are broken are told like every other fault', async () => {
    const error = new JobtrackError('CONFIG_UNKNOWN_KEY', {
      file: '/home/user/.jobtrackrc',
      key: 'levl',
    });
    const { exitCode, text } = await doctor({
      ...onTerminal,
      context: { settings: () => Promise.reject(error) },
    });
    expect(exitCode).toBe(2);
    expect(text).toContain('✗ settings    /home/user/.jobtrackrc: there is no setting "levl"');
    expect(text).toContain('              See all settings with: jobtrack config');
  });

  test('of a proxy that can be none are a fault, too', async () => {
    const { exitCode, text } = await doctor({
      context: { environment: { HTTPS_PROXY: 'socks5://user:secret@proxy' } },
    });
    expect(exitCode).toBe(2);
    expect(text).toContain('failed  settings    HTTPS_PROXY: "socks5://***@proxy" is not an http');
  });
});

describe('the network', () => {
  test('without an address of the host', async () => {
    const probe = { lookup: () => Promise.reject(systemError('ENOTFOUND')) };
    expect(await doctor({ ...onTerminal, probe })).toEqual({
      exitCode: 6,
      text: `
✓ settings    https://jobs.example.com
✗ DNS         can't find jobs.example.com: ENOTFOUND
              Check how the host is spelled, and your DNS or VPN.
· connection  not checked: DNS failed
· TLS         not checked: DNS failed
· token       not checked: DNS failed
· request     not checked: DNS failed
· clock       not checked: DNS failed
`,
    });
  });

  test.each([
    ['ECONNREFUSED', 'Nothing listens on port 443 there: check the port, or start the'],
    ['ETIMEDOUT', 'Check your network, VPN and firewall.'],
    ['EHOSTUNREACH', 'Check your network, VPN and firewall.'],
  ])('without a connection (%s) says: %s', async (code, todo) => {
    const { exitCode, text } = await doctor({
      ...onTerminal,
      probe: { connect: () => Promise.reject(systemError(code)) },
    });
    expect(exitCode).toBe(6);
    expect(text).toContain(
      `✗ connection  can't connect to jobs.example.com, port 443: ${code}\n              ${todo}`,
    );
  });

  test.each([
    ['CERT_HAS_EXPIRED', "The certificate has ended. Check this machine's clock, or tell the"],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate is for another host. Check the url.'],
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'Its issuer is unknown here. Set NODE_EXTRA_CA_CERTS to the file of',
    ],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'Its issuer is unknown here. Set NODE_EXTRA_CA_CERTS to the file of',
    ],
    ['EPROTO', 'Check the port: it may not speak TLS.'],
  ])('without TLS (%s) says: %s', async (code, todo) => {
    const { exitCode, text } = await doctor({
      ...onTerminal,
      probe: { handshake: () => Promise.reject(systemError(code)) },
    });
    expect(exitCode).toBe(6);
    expect(text).toContain(`✗ TLS         no secure connection: ${code}\n              ${todo}`);
  });

  test('with a certificate that ends soon is a warning', async () => {
    const validUntilMs = EXAMPLE_NOW_MS + 3 * 86_400_000;
    const { exitCode, text } = await doctor({
      probe: { handshake: async () => ({ protocol: 'TLSv1.2', validUntilMs }) },
    });
    expect(exitCode).toBe(0);
    expect(text).toContain('warning TLS         TLSv1.2, certificate good until 2024-01-23\n');
    expect(text).toContain('The certificate ends soon. Tell the operator of the server.');
  });

  test('without TLS at all is a warning where a token is on its way', async () => {
    const plain = { url: 'http://jobs.example.com:8080', token: 'secret' };
    const { text } = await doctor({ settings: plain });
    expect(text).toContain('warning TLS         not used: the url is http\n');
    expect(text).toContain('The token can be read on its way. Use an https url.');
    expect(text).toContain('192.0.2.10, port 8080');
    const local = await doctor({ settings: { url: 'http://127.0.0.1:8080', token: 'secret' } });
    expect(local.text).toContain('ok      TLS         not used: the url is http\n');
    expect(local.text).toContain('ok      DNS         127.0.0.1 is an address; no lookup needed\n');
  });
});

describe('a proxy', () => {
  const reached: string[] = [];
  const probe: Partial<Probe> = {
    lookup: async (host) => {
      reached.push(host);
      return ['192.0.2.20'];
    },
    connect: async ({ host, port }) => {
      reached.push(`${host}:${port}`);
      return '192.0.2.20';
    },
    handshake: () => Promise.reject(systemError('EPROTO')),
  };

  test('is named, and checked in place of the host', async () => {
    const context = { environment: { https_proxy: 'http://user:pass@proxy.example.com:3128' } };
    const { exitCode, text } = await doctor({ probe, context });
    expect(exitCode).toBe(0);
    expect(reached).toEqual(['proxy.example.com', 'proxy.example.com:3128']);
    expect(text).toContain('proxy.example.com (proxy for jobs.example.com) is 192.0.2.20');
    expect(text).toContain('192.0.2.20, port 3128');
    expect(text).toContain(
      'skipped TLS         inside the tunnel of the proxy; the request checks it',
    );
    expect(text).not.toContain('pass');
  });
});

describe('the API', () => {
  test('that refuses the token is exit code 4', async () => {
    const error = new JobtrackError('UNAUTHENTICATED', {
      origin: 'https://jobs.example.com',
      tokenSent: true,
    });
    const { exitCode, text } = await doctor({ ...onTerminal, client: failing(error) });
    expect(exitCode).toBe(4);
    expect(text).toContain(`✗ token       https://jobs.example.com does not accept the token (401)
              Set JOBTRACK_TOKEN, or run: jobtrack login
· request     not checked: token failed
· clock       not checked: token failed
`);
  });

  test('that knows no such job is exit code 5, and says nothing of the token', async () => {
    const error = new JobtrackError('NOT_FOUND', { path: '/x', jobId: 'cc0e8400' });
    const { exitCode, text } = await doctor({ ...onTerminal, client: failing(error) });
    expect(exitCode).toBe(5);
    expect(text).toContain(`· token       not checked: request failed
✗ request     there is no job cc0e8400 (404)
              Check the id, and url, tenant and project with: jobtrack config
· clock       not checked: request failed
`);
  });

  test('that is something else is exit code 6', async () => {
    const error = new JobtrackError('BODY_NOT_UNDERSTOOD', { expected: 'JSON', found: 'HTML' });
    expect((await doctor({ client: failing(error) })).exitCode).toBe(6);
  });

  test('that breaks in an unforeseen way is no diagnosis', async () => {
    await expect(doctor({ client: failing(new TypeError('x is not a function')) })).rejects.toThrow(
      TypeError,
    );
  });
});

describe('the clock', () => {
  const at = (serverTimeMs: number | undefined): Partial<Client> =>
    ({ progress: async () => ({ ...answerWith({}), serverTimeMs }) }) as unknown as Partial<Client>;

  test.each([
    [EXAMPLE_NOW_MS - 5000, 'ok      clock       5s apart from the server'],
    [EXAMPLE_NOW_MS - 6000, 'warning clock       this machine is 6s ahead of the server'],
    [EXAMPLE_NOW_MS + 3_600_000, 'warning clock       this machine is 1h behind the server'],
    [
      EXAMPLE_NOW_MS - 90 * 86_400_000,
      'warning clock       this machine is 90d ahead of the server',
    ],
    [undefined, 'skipped clock       not checked: the server does not tell its time'],
  ])('of a server at %s: %s', async (serverTimeMs, line) => {
    const { exitCode, text } = await doctor({ client: at(serverTimeMs) });
    expect(exitCode).toBe(0);
    expect(text).toContain(`${line}\n`);
  });
});

describe('for programs', () => {
  test('json is one document', async () => {
    const probe = { lookup: () => Promise.reject(systemError('ENOTFOUND')) };
    const { text } = await doctor({ form: 'json', probe });
    const { checks } = JSON.parse(text) as { checks: object[] };
    expect(checks).toHaveLength(7);
    expect(checks.slice(0, 3)).toEqual([
      { name: 'settings', state: 'ok', detail: 'https://jobs.example.com', durationMs: 0 },
      {
        name: 'dns',
        state: 'failed',
        detail: "can't find jobs.example.com: ENOTFOUND",
        todo: 'Check how the host is spelled, and your DNS or VPN.',
        durationMs: 0,
      },
      { name: 'connect', state: 'skipped', detail: 'not checked: DNS failed', durationMs: null },
    ]);
  });

  test('ndjson is a check a line', async () => {
    const lines = (await doctor({ form: 'ndjson' })).text.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { name: string }).name)).toEqual([
      'settings',
      'dns',
      'connect',
      'tls',
      'token',
      'request',
      'clock',
    ]);
  });
});

test('the token stands nowhere, whatever fails', async () => {
  const error = new JobtrackError('FORBIDDEN', { origin: 'https://jobs.example.com' });
  for (const form of ['human', 'json', 'ndjson'] as const) {
    const { text } = await doctor({
      form,
      settings: { token: 'canary-7f3a' },
      client: failing(error),
    });
    expect(text).not.toContain('canary-7f3a');
  }
});
