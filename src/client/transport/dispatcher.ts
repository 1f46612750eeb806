import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { type Environment, readProxies } from '../proxies.js';

/** What connections are made with. */
export interface DispatcherOptions {
  idleTimeoutMs: number;
  environment: Environment | undefined;
}

/**
 * New connections of one client.
 *
 * Every request through a proxy goes through a CONNECT tunnel, also to an http address: a proxy that is
 * asked with the absolute form of the address would be handed the token in the clear.
 */
export function createDispatcher({ idleTimeoutMs, environment }: DispatcherOptions): Dispatcher {
  const limits = {
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
    connect: { timeout: idleTimeoutMs },
  };
  if (environment === undefined) return new Agent(limits);
  return new EnvHttpProxyAgent({ ...limits, ...readProxies(environment), proxyTunnel: true });
}
