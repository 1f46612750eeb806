import type {
  Allowed,
  ErrorFacts,
  RequiredSetting,
  StoreRefusal,
  UnsafeReason,
  WebhookRefusal,
} from './facts.js';
import { shellWord } from './shell-word.js';
import type { ErrorText, ErrorTexts } from './text.js';

const EXAMPLE_GUID = 'cc0e8400-e29b-41d4-a716-446655440000';

function allowedWords(allowed: Allowed): string {
  switch (allowed.kind) {
    case 'choice':
      return `one of ${allowed.choices.join(', ')}`;
    case 'guid':
      return `a GUID, such as ${EXAMPLE_GUID}`;
    case 'duration':
      return `a duration such as 500ms, 30s, 15m, 2h or 1h30m${allowed.atLeastMs === undefined ? '' : `, at least ${allowed.atLeastMs}ms`}`;
    case 'time':
      if (allowed.notBefore !== undefined) return `a time at or after ${allowed.notBefore}`;
      return 'an RFC 3339 time (2024-01-20T10:30:00Z), a duration ago (15m), today or yesterday';
    case 'integer':
      return allowed.max === undefined
        ? `a whole number, at least ${allowed.min}`
        : `a whole number from ${allowed.min} to ${allowed.max}`;
    case 'url':
      return 'an http or https address without a user name, password, query or fragment';
    case 'timezone':
      return 'utc, local or an IANA time zone such as Europe/Istanbul';
    case 'text':
      return 'a text that is not empty';
    case 'token':
      return 'a token: one line of visible ASCII characters';
    case 'command':
      return 'a program and its arguments, with every quote closed';
    case 'regex':
      return `a regular expression (${allowed.reason})`;
  }
}

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`;
const because = (detail: string | undefined): string => (detail === undefined ? '' : `: ${detail}`);
const tries = (attempts: number): string => (attempts === 1 ? '1 attempt' : `${attempts} attempts`);
const meant = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Did you mean ${suggestion}? ${otherwise}`;

const settingWays: Record<RequiredSetting, string> = {
  url: 'Give --url, set JOBTRACK_URL, or run: jobtrack login',
  tenant: 'Give --tenant, set JOBTRACK_TENANT, or run: jobtrack login',
  project: 'Give --project, set JOBTRACK_PROJECT, or run: jobtrack login',
  job: 'Give the job id as an argument, set JOBTRACK_JOB, or put "job" into the project\'s .jobtrackrc.',
};

const unsafeWords: Record<UnsafeReason, string> = {
  'readable-by-others': 'other users of this machine can read it',
  'owned-by-other': 'it belongs to another user',
  'not-a-file': 'it is not a regular file',
};

const refusals: Record<StoreRefusal, Required<ErrorText>> = {
  'in-use': {
    what: 'another process has this database open',
    todo: 'Use the server that runs, stop it, or name another file with --db',
  },
  newer: {
    what: 'a newer version of jobtrack wrote this database',
    todo: 'Install that version, or name another file with --db',
  },
  foreign: {
    what: 'this file is not a database of jobtrack',
    todo: 'It was left as it is; name another file with --db',
  },
  damaged: {
    what: 'this database is damaged',
    todo: 'Put back a copy of it, or name another file with --db',
  },
  'not-a-file': {
    what: 'this is not a regular file',
    todo: 'Name another file with --db',
  },
};

const invalid = (
  facts: ErrorFacts['INVALID_VALUE'] | ErrorFacts['CONFIG_INVALID_VALUE'],
  where: string,
): ErrorText => ({
  what: `${where}: "${facts.value}" is not ${allowedWords(facts.allowed)}`,
  ...(facts.suggestion === undefined ? {} : { todo: `Did you mean ${facts.suggestion}?` }),
});

const webhookRefusals: Record<WebhookRefusal, { what: string; todo: string }> = {
  unsigned: { what: 'it is not signed', todo: 'Sign it by the Standard Webhooks specification.' },
  'bad-signature': {
    what: 'its signature does not fit',
    todo: 'Give both sides the same secret: --secret-file.',
  },
  'too-old': {
    what: 'it was sent too long ago',
    todo: 'Set the clocks of both machines; an event that is replayed is not believed.',
  },
  'too-new': { what: 'it is dated in the future', todo: 'Set the clocks of both machines.' },
  'no-event': { what: 'its body is no job event', todo: 'Send it from a job tracking API.' },
};

/** Every error in English: the language of the library's own messages, and of the command line's default. */
export const english: ErrorTexts = {
  UNKNOWN_COMMAND: (f) => ({
    what: `"${f.command}" is not a jobtrack command`,
    todo: meant(f.suggestion, 'See all commands with: jobtrack --help'),
  }),
  UNKNOWN_OPTION: (f) => ({
    what: `${f.command} has no option ${f.option}`,
    todo: meant(f.suggestion, `See all options with: ${f.command} --help`),
  }),
  MISSING_ARGUMENT: (f) => ({
    what: `${f.command} needs ${f.argument}`,
    todo: `See how with: ${f.command} --help`,
  }),
  MISSING_VALUE: (f) => ({ what: `${f.option} needs a value` }),
  UNEXPECTED_VALUE: (f) => ({ what: `${f.option} takes no value` }),
  TOO_MANY_ARGUMENTS: (f) => ({
    what: `${f.command} does not take "${f.extra}"`,
    todo: `See how with: ${f.command} --help`,
  }),
  INVALID_VALUE: (f) => invalid(f, f.name),
  CONFLICTING_OPTIONS: (f) => ({
    what: `${f.options.join(' and ')} can't be used together`,
    todo:
      f.instead === undefined
        ? 'Leave one of them out.'
        : `Leave one of them out, or use ${f.instead}`,
  }),
  NEEDS_TERMINAL: (f) => ({
    what: `${f.option} needs a terminal that can be painted on, and stdout is none`,
    todo: `Leave it out, or use ${f.instead}`,
  }),
  MISSING_SETTING: (f) => ({
    what: `no ${f.setting === 'job' ? 'job id' : f.setting} is set`,
    todo:
      f.canServe === true
        ? 'Start a server in another terminal with: jobtrack serve'
        : settingWays[f.setting],
  }),
  CONFIG_UNREADABLE: (f) => ({
    what: `can't read the settings in ${f.file}: ${f.reason}`,
    todo: 'Fix the file, or move it away.',
  }),
  CONFIG_UNKNOWN_KEY: (f) => ({
    what: `${f.file}: there is no setting "${f.key}"`,
    todo: meant(f.suggestion, 'See all settings with: jobtrack config'),
  }),
  CONFIG_FORBIDDEN_KEY: (f) => ({
    what: `${f.file}: "${f.key}" may not be set by a project's file`,
    todo: 'A cloned folder must not choose where a token goes. Set it for yourself with: jobtrack login',
  }),
  CONFIG_INVALID_VALUE: (f) => invalid(f, `${f.file}: ${f.key}`),
  CONFIG_UNSAFE: (f) => ({
    what: `${f.file} is not used: ${unsafeWords[f.reason]}`,
    todo:
      f.reason === 'readable-by-others'
        ? `Make it private with: chmod 600 ${shellWord(f.file)}`
        : 'Replace it with a file of your own.',
  }),
  UNKNOWN_PROFILE: (f) => ({
    what: `there is no profile "${f.profile}"`,
    todo: meant(
      f.suggestion,
      f.known.length === 0
        ? 'Make one with: jobtrack login --profile <name>'
        : `Known profiles: ${f.known.join(', ')}`,
    ),
  }),
  REQUEST_REFUSED: (f) => ({
    what: `the API refused the request (${f.status})${because(f.detail)}`,
    todo: 'Check the options; see what was sent with -v.',
  }),
  UNAUTHENTICATED: (f) => ({
    what: f.tokenSent
      ? `${f.origin} does not accept the token (401)${because(f.detail)}`
      : `${f.origin} asks for a token and none is set for it (401)${because(f.detail)}`,
    todo: 'Set JOBTRACK_TOKEN, or run: jobtrack login',
  }),
  FORBIDDEN: (f) => ({
    what: `the token has no access here (403)${because(f.detail)}`,
    todo: 'Check tenant and project with: jobtrack config',
  }),
  NOT_FOUND: (f) => ({
    what:
      f.jobId === undefined
        ? `nothing was found at ${f.path} (404)${because(f.detail)}`
        : `there is no job ${f.jobId} (404)${because(f.detail)}`,
    todo: 'Check the id, and url, tenant and project with: jobtrack config',
  }),
  NETWORK: (f) => ({
    what: `can't reach ${f.origin} after ${tries(f.attempts)}: ${f.reason}`,
    todo: 'Check the address and your network with: jobtrack doctor',
  }),
  DEADLINE: (f) => ({
    what: `${f.origin} did not answer within ${seconds(f.timeoutMs)}`,
    todo: 'Allow more time with --request-timeout, such as --request-timeout 2m',
  }),
  IDLE: (f) => ({
    what: `${f.origin} sent nothing for ${seconds(f.idleMs)}`,
    todo: 'Try again; the connection was open but silent.',
  }),
  RATE_LIMITED: (f) => ({
    what: `${f.origin} asks for fewer requests (429)`,
    todo:
      f.retryAfterMs === undefined
        ? 'Try again later.'
        : `It asks to wait ${seconds(f.retryAfterMs)}; try again then.`,
  }),
  SERVER_ERROR: (f) => ({
    what: `${f.origin} failed (${f.status}) after ${tries(f.attempts)}${because(f.detail)}`,
    todo:
      f.retryAfterMs === undefined
        ? 'Try again later.'
        : `It asks to wait ${seconds(f.retryAfterMs)}; try again then.`,
  }),
  UNEXPECTED_STATUS: (f) => ({
    what: `${f.origin} answered with the unexpected status ${f.status}${because(f.detail)}`,
    todo: 'Check that the url is the base address of a job tracking API: jobtrack config',
  }),
  REDIRECT_REFUSED: (f) => ({
    what: `${f.from} redirects to ${f.to}, which is not followed`,
    todo: 'If that address is right, give it as the url yourself.',
  }),
  BODY_TOO_LARGE: (f) => ({
    what: `the answer is larger than ${Math.floor(f.limitBytes / 1_048_576)} MiB`,
    todo: 'Ask for less, for example with --limit or --since.',
  }),
  BODY_CUT: (f) => ({
    what: `the answer of ${f.origin} ended before it was whole`,
    todo: 'Try again.',
  }),
  BODY_NOT_UNDERSTOOD: (f) => ({
    what: `the answer is not understood${f.path === undefined ? '' : ` at ${f.path}`}: expected ${f.expected}, found ${f.found}`,
    todo: 'Check that the url is the base address of a job tracking API: jobtrack config',
  }),
  FILE_FAILED: (f) => ({ what: `${f.file}: ${f.reason}` }),
  LISTEN_REFUSED: (f) => ({
    what: `${f.host} can be reached from other machines, and what is sent there is not encrypted`,
    todo: `Listen on 127.0.0.1, or accept the risk with: ${f.flag}`,
  }),
  LISTEN_FAILED: (f) => ({
    what: `can't listen on ${f.address}: ${f.reason}`,
    todo: 'Choose another --port, or 0 for a free one.',
  }),
  STORE_REFUSED: (f) => ({
    what: `${f.file}: ${refusals[f.reason].what}`,
    todo: refusals[f.reason].todo,
  }),
  WEBHOOK_REFUSED: (f) => ({
    what: `the webhook is refused: ${webhookRefusals[f.reason].what}`,
    todo: webhookRefusals[f.reason].todo,
  }),
  INTERNAL: (f) => ({
    what: `jobtrack made a mistake: ${f.reason}`,
    todo: 'Run it again with -v and report what it shows.',
  }),
};
