import type { Allowed, ErrorCode, ErrorFacts } from '../../src/errors/index.js';

const GUID = 'cc0e8400-e29b-41d4-a716-446655440000';
const origin = 'https://jobs.example.com';

/** Every kind of value that can be asked for. */
const everyAllowed: readonly Allowed[] = [
  { kind: 'choice', choices: ['DEBUG', 'INFO'] },
  { kind: 'guid' },
  { kind: 'duration' },
  { kind: 'duration', atLeastMs: 250 },
  { kind: 'time' },
  { kind: 'integer', min: 1 },
  { kind: 'integer', min: 1, max: 10 },
  { kind: 'url' },
  { kind: 'timezone' },
  { kind: 'text' },
  { kind: 'token' },
  { kind: 'command' },
  { kind: 'regex', reason: 'Unterminated group' },
];

/** Facts for every error: with all that may be left out, and without. */
export const samples: { [C in ErrorCode]: readonly ErrorFacts[C][] } = {
  UNKNOWN_COMMAND: [{ command: 'lgs' }, { command: 'lgs', suggestion: 'logs' }],
  UNKNOWN_OPTION: [
    { option: '--lvl', command: 'jobtrack logs' },
    { option: '--lvl', command: 'jobtrack logs', suggestion: '--level' },
  ],
  MISSING_ARGUMENT: [{ argument: '<shell>', command: 'jobtrack completion' }],
  MISSING_VALUE: [{ option: '--level' }],
  UNEXPECTED_VALUE: [{ option: '--quiet' }],
  TOO_MANY_ARGUMENTS: [{ command: 'jobtrack logs', extra: 'more' }],
  INVALID_VALUE: everyAllowed.flatMap((allowed) => [
    { name: '--x', value: 'v', allowed },
    { name: '--x', value: 'v', allowed, suggestion: 'w' },
  ]),
  CONFLICTING_OPTIONS: [
    { options: ['--json', '--output ndjson'] },
    { options: ['--watch', '--output json'], instead: '--output ndjson' },
  ],
  NEEDS_TERMINAL: [{ option: '--mode tty', instead: '--mode plain' }],
  MISSING_SETTING: [
    { setting: 'url' },
    { setting: 'tenant' },
    { setting: 'project' },
    { setting: 'job' },
    { setting: 'url', canServe: true },
  ],
  CONFIG_UNREADABLE: [{ file: '/w/.jobtrackrc', reason: 'unexpected end (line 3)' }],
  CONFIG_UNKNOWN_KEY: [
    { file: '/w/.jobtrackrc', key: 'levl' },
    { file: '/w/.jobtrackrc', key: 'levl', suggestion: 'level' },
  ],
  CONFIG_FORBIDDEN_KEY: [{ file: '/w/.jobtrackrc', key: 'url' }],
  CONFIG_INVALID_VALUE: everyAllowed.map((allowed) => ({
    file: '/w/.jobtrackrc',
    key: 'level',
    value: 'v',
    allowed,
  })),
  CONFIG_UNSAFE: [
    { file: '/h/config.json', reason: 'readable-by-others' },
    { file: '/h/config.json', reason: 'owned-by-other' },
    { file: '/h/config.json', reason: 'not-a-file' },
  ],
  UNKNOWN_PROFILE: [
    { profile: 'prd', known: [] },
    { profile: 'prd', known: ['dev', 'prod'], suggestion: 'prod' },
  ],
  REQUEST_REFUSED: [{ status: 400 }, { status: 422, detail: 'limit is too large' }],
  UNAUTHENTICATED: [
    { origin, tokenSent: true },
    { origin, tokenSent: false, detail: 'token expired' },
  ],
  FORBIDDEN: [{ origin }, { origin, detail: 'no access to project' }],
  NOT_FOUND: [{ path: '/api/x' }, { path: '/api/x', jobId: GUID, detail: 'unknown job' }],
  NETWORK: [
    { origin, reason: 'ECONNREFUSED', attempts: 1 },
    { origin, reason: 'ECONNREFUSED', attempts: 3 },
  ],
  DEADLINE: [{ origin, timeoutMs: 30_000 }],
  IDLE: [{ origin, idleMs: 15_000 }],
  RATE_LIMITED: [
    { origin, attempts: 1 },
    { origin, attempts: 3, retryAfterMs: 90_400 },
  ],
  SERVER_ERROR: [
    { origin, status: 503, attempts: 3 },
    { origin, status: 503, attempts: 1, detail: 'maintenance', retryAfterMs: 5000 },
  ],
  UNEXPECTED_STATUS: [
    { origin, status: 299 },
    { origin, status: 418, detail: 'a teapot' },
  ],
  REDIRECT_REFUSED: [{ from: origin, to: 'https://other.example.com' }],
  BODY_TOO_LARGE: [{ limitBytes: 268_435_456 }],
  BODY_CUT: [{ origin }],
  BODY_NOT_UNDERSTOOD: [
    { expected: 'JSON', found: 'HTML' },
    { expected: 'a text', found: 'a number', path: 'logs[2].message' },
  ],
  FILE_FAILED: [{ file: '/h/token', reason: 'ENOENT' }],
  LISTEN_REFUSED: [{ host: '0.0.0.0', flag: '--insecure-remote-access' }],
  LISTEN_FAILED: [{ address: '127.0.0.1:80', reason: 'EACCES' }],
  STORE_REFUSED: [
    { file: '/h/jobs.db', reason: 'in-use' },
    { file: '/h/jobs.db', reason: 'newer' },
    { file: '/h/jobs.db', reason: 'foreign' },
    { file: '/h/jobs.db', reason: 'damaged' },
    { file: '/h/jobs.db', reason: 'not-a-file' },
  ],
  WEBHOOK_REFUSED: [
    { reason: 'unsigned' },
    { reason: 'bad-signature' },
    { reason: 'too-old' },
    { reason: 'too-new' },
    { reason: 'no-event' },
  ],
  INTERNAL: [{ reason: 'x is not a function' }],
};
