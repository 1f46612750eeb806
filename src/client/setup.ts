import { basePath, isGuid } from '../contract/index.js';
import { type Allowed, JobtrackError } from '../errors/index.js';
import { parseBaseUrl } from './request-url.js';
import { ACCEPT_ENCODING } from './transport/encodings.js';
import { systemClock } from './transport/system-clock.js';
import type { ClientOptions } from './types.js';

/** What a client was made from, checked and with every default filled in. */
export type Setup = Omit<
  ClientOptions,
  'url' | 'timeoutMs' | 'idleTimeoutMs' | 'retries' | 'maxBodyBytes'
> &
  Required<
    Pick<
      ClientOptions,
      'clock' | 'random' | 'timeoutMs' | 'idleTimeoutMs' | 'retries' | 'maxBodyBytes'
    >
  > & {
    base: URL;
    /** Where the API's paths begin, below the base address. */
    apiPath: string;
    /** Sent with every request. */
    headers: Readonly<Record<string, string>>;
  };

const MIB = 1_048_576;
const defaults = { timeoutMs: 30_000, idleTimeoutMs: 15_000, retries: 2, maxBodyBytes: 256 * MIB };

/** The least that each limit may be. */
const least: Record<keyof typeof defaults, number> = {
  timeoutMs: 1,
  idleTimeoutMs: 1,
  retries: 0,
  maxBodyBytes: 1,
};

/** What can stand in a header as a token: visible ASCII (RFC 6750 allows even less). */
const TOKEN = /^[\x21-\x7e]+$/;

/** Throws INVALID_VALUE for an address, id, token or number that can't be right. */
export function readSetup(options: ClientOptions): Setup {
  const { tenantId, projectId, token, clock = systemClock, random = Math.random } = options;
  requireGuid('tenantId', tenantId);
  requireGuid('projectId', projectId);
  if (token !== undefined && !TOKEN.test(token)) throw invalid('token', '***', { kind: 'token' });
  return {
    ...options,
    ...readLimits(options),
    base: parseBaseUrl(options.url),
    apiPath: basePath({ tenantId, projectId }),
    headers: readHeaders(options),
    clock,
    random,
  };
}

/** Throws INVALID_VALUE unless `value` is a GUID. `name` is what the value is called. */
export function requireGuid(name: string, value: string): void {
  if (!isGuid(value)) throw invalid(name, value, { kind: 'guid' });
}

const invalid = (name: string, value: string, allowed: Allowed): JobtrackError =>
  new JobtrackError('INVALID_VALUE', { name, value, allowed });

function readLimits(options: ClientOptions): typeof defaults {
  const names = Object.keys(defaults) as (keyof typeof defaults)[];
  const limits = names.map((name) => {
    const value = options[name] ?? defaults[name];
    const isAllowed = Number.isInteger(value) && value >= least[name];
    if (!isAllowed) throw invalid(name, String(value), { kind: 'integer', min: least[name] });
    return [name, value];
  });
  return Object.fromEntries(limits) as typeof defaults;
}

/** The token stands in `Authorization` alone: it is the one header that is stripped everywhere (reliability, H7). */
function readHeaders({
  token,
  language,
  userAgent = 'jobtrack',
}: ClientOptions): Record<string, string> {
  return {
    'accept-encoding': ACCEPT_ENCODING,
    'user-agent': userAgent,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(language === undefined ? {} : { 'accept-language': language }),
  };
}
