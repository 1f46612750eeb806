import { expect, test } from 'vitest';
import { isLoopback, isSameOrigin, parseUrl, shownUrl } from '../../src/config/url.js';

test.each([
  'https://jobs.example.com',
  'http://127.0.0.1:4040',
  'https://jobs.example.com/tracking/v1/',
  'https://[2001:db8::1]:8443',
  'HTTPS://Jobs.Example.com',
  'https://例え.jp',
  'https://host/path@version',
])('%s is an address, kept as it was typed', (text) => {
  expect(parseUrl(text)).toBe(text);
});

test.each([
  '',
  'jobs.example.com',
  'ftp://jobs.example.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https:jobs.example.com',
  'https:///jobs.example.com',
  'https:\\\\jobs.example.com',
  'https://user@jobs.example.com',
  'https://user:pass@jobs.example.com',
  'https://@jobs.example.com',
  'https://jobs.example.com?',
  'https://jobs.example.com/?a=b',
  'https://jobs.example.com/#top',
  ' https://jobs.example.com',
  'https://jobs.exa\tmple.com',
  'https://jobs.example.com\n',
  'https://{JOBTRACK_TOKEN}.evil.example',
  'https://jobs.example.com/{JOBTRACK_TOKEN}',
  'https://jobs.example.com:99999',
])('%j is none', (text) => {
  expect(parseUrl(text)).toBeUndefined();
});

test.each([
  ['http://127.0.0.1:4040', true],
  ['http://localhost', true],
  ['http://[::1]:1', true],
  ['http://127.1', true],
  ['http://0x7f.1', true],
  ['http://0.0.0.0', false],
  ['http://127.0.0.1.evil.example', false],
  ['http://localhost.evil.example', false],
  ['http://[::ffff:8.8.8.8]', false],
  ['no url', false],
])('%s leads to this machine only: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});

test('what is no address has the origin of nothing, not even of itself', () => {
  expect(isSameOrigin('nonsense', 'nonsense')).toBe(false);
});

test('an address is shown without what could be a secret', () => {
  expect(shownUrl('https://me:pa@ss@host/path?key=value#part')).toBe('https://***@host/path?***');
  expect(shownUrl('me:pa//ss@host')).toBe('***@host');
  expect(shownUrl('https:\\\\me:pass@host')).toBe('***@host');
});
