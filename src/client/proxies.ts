import { JobtrackError } from '../errors/index.js';

/** Environment variables, as far as they are set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Which proxy is used for what. An empty text is none. */
export interface Proxies {
  httpProxy: string;
  /** Also `httpProxy` where only that is set, as undici's EnvHttpProxyAgent has it. */
  httpsProxy: string;
  /** Hosts that are reached without a proxy, separated by commas or spaces; `*` is all of them. */
  noProxy: string;
}

/**
 * The proxies that an environment asks for. The lower-case name wins; `host:port` is an HTTP proxy.
 * Throws INVALID_VALUE for a proxy that is not an http or https address.
 */
export function readProxies(environment: Environment): Proxies {
  const httpProxy = readProxy(environment, 'HTTP_PROXY');
  return {
    httpProxy,
    httpsProxy: readProxy(environment, 'HTTPS_PROXY') || httpProxy,
    noProxy: readVariable(environment, 'NO_PROXY'),
  };
}

const readVariable = (environment: Environment, name: string): string =>
  (environment[name.toLowerCase()] ?? environment[name] ?? '').trim();

function readProxy(environment: Environment, name: string): string {
  const value = readVariable(environment, name);
  if (value === '') return '';
  const address = value.includes('://') ? value : `http://${value}`;
  const { protocol } = URL.canParse(address) ? new URL(address) : { protocol: '' };
  if (protocol === 'http:' || protocol === 'https:') return address;
  // A proxy's address often holds its password.
  const shown = value.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, '$1***@');
  throw new JobtrackError('INVALID_VALUE', { name, value: shown, allowed: { kind: 'url' } });
}
