import { expect, test } from 'vitest';
import { proxyFor } from '../../src/client/proxy-for.js';

const proxies = { httpProxy: 'http://plain:3128', httpsProxy: 'http://secure:3129', noProxy: '' };
const used = (url: string, noProxy = ''): string | undefined =>
  proxyFor(new URL(url), { ...proxies, noProxy })?.host;

test('the proxy is chosen by the scheme of the address', () => {
  expect(used('http://jobs.example.com')).toBe('plain:3128');
  expect(used('https://jobs.example.com')).toBe('secure:3129');
});

test('no proxy is none', () => {
  const none = { httpProxy: '', httpsProxy: '', noProxy: '' };
  expect(proxyFor(new URL('https://jobs.example.com'), none)).toBeUndefined();
});

test.each([
  ['*', 'none'],
  ['jobs.example.com', 'none'],
  ['JOBS.example.com', 'none'],
  ['example.com', 'none'],
  ['.example.com', 'none'],
  ['*.example.com', 'none'],
  ['other.test, example.com', 'none'],
  ['other.test example.com', 'none'],
  ['example.com:443', 'none'],
  ['example.com:8443', 'secure:3129'],
  ['ample.com', 'secure:3129'],
  ['other.test,*', 'secure:3129'],
  ['', 'secure:3129'],
])('with NO_PROXY=%s the proxy of https://jobs.example.com is %s', (noProxy, expected) => {
  expect(used('https://jobs.example.com', noProxy) ?? 'none').toBe(expected);
});

test('an IPv6 address is exempt in its brackets', () => {
  expect(used('http://[::1]:4000', '[::1]')).toBeUndefined();
});
