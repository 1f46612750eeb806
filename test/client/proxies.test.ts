import { expect, test } from 'vitest';
import { readProxies } from '../../src/client/proxies.js';

test.each([
  ['nothing', {}, { httpProxy: '', httpsProxy: '', noProxy: '' }],
  [
    'an empty text',
    { HTTP_PROXY: '', HTTPS_PROXY: ' ' },
    { httpProxy: '', httpsProxy: '', noProxy: '' },
  ],
  [
    'one for http, which serves https as well',
    { HTTP_PROXY: 'http://a:1' },
    { httpProxy: 'http://a:1', httpsProxy: 'http://a:1', noProxy: '' },
  ],
  [
    'a lower-case name, which wins',
    { https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2', no_proxy: 'x', NO_PROXY: 'y' },
    { httpProxy: '', httpsProxy: 'http://a:1', noProxy: 'x' },
  ],
  [
    'a host and a port',
    { http_proxy: 'a:1' },
    { httpProxy: 'http://a:1', httpsProxy: 'http://a:1', noProxy: '' },
  ],
])('an environment with %s', (_what, environment, expected) => {
  expect(readProxies(environment)).toEqual(expected);
});

test.each([
  ['socks5://user:pw@a:1', 'socks5://***@a:1'],
  ['user:p@w@[', '***@['],
  ['socks5://user:p//w@a:1', 'socks5://***@a:1'],
  ['file:///x', 'file:///x'],
])('%s is no proxy, and its password is not shown', (value, shown) => {
  expect(() => readProxies({ HTTPS_PROXY: value })).toThrow(
    expect.objectContaining({
      code: 'INVALID_VALUE',
      facts: { name: 'HTTPS_PROXY', value: shown, allowed: { kind: 'url' } },
    }),
  );
});
