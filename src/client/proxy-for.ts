import type { Proxies } from './proxies.js';

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** The proxy that requests to `url` go through; `undefined` for none. The rules are those of undici's EnvHttpProxyAgent. */
export function proxyFor(url: URL, { httpProxy, httpsProxy, noProxy }: Proxies): URL | undefined {
  const proxy = url.protocol === 'https:' ? httpsProxy : httpProxy;
  return proxy === '' || isExempt(url, noProxy) ? undefined : new URL(proxy);
}

function isExempt({ protocol, hostname, port }: URL, noProxy: string): boolean {
  if (noProxy === '*') return true;
  const ownPort = port || DEFAULT_PORTS[protocol];
  const entries = noProxy.split(/[,\s]/).filter((entry) => entry !== '');
  return entries.some((entry) => {
    const [, host = entry, onlyPort] = /^(.+):(\d+)$/.exec(entry) ?? [];
    const exempt = host.replace(/^\*?\./, '').toLowerCase();
    const isThisPort = onlyPort === undefined || Number(onlyPort) === Number(ownPort);
    return isThisPort && (hostname === exempt || hostname.endsWith(`.${exempt}`));
  });
}
