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
  const proxies = readProxies(environment ?? {});
  // The usual case: what knows of proxies is not even loaded.
  if (proxies.httpsProxy === '') return new Agent(limits);
  return new EnvHttpProxyAgent({ ...limits, ...proxies, proxyTunnel: true });
}
