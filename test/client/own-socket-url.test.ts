import { expect, test } from 'vitest';
import { ownSocketUrl } from '../../src/client/own-socket-url.js';

const own = (address: string, base: string): string | undefined =>
  ownSocketUrl(address, new URL(base))?.href;

test.each([
  ['ws://127.0.0.1:4711/a?b=c', 'http://127.0.0.1:4711', 'ws://127.0.0.1:4711/a?b=c'],
  ['wss://jobs.example.com/a', 'https://jobs.example.com', 'wss://jobs.example.com/a'],
  ['wss://jobs.example.com:443/a', 'https://jobs.example.com/api', 'wss://jobs.example.com/a'],
  ['ws://JOBS.example.com/a', 'http://jobs.example.com:80', 'ws://jobs.example.com/a'],
  ['https://jobs.example.com/events', 'https://jobs.example.com', 'wss://jobs.example.com/events'],
  ['/job/1/events', 'https://jobs.example.com', 'wss://jobs.example.com/job/1/events'],
  ['ws://[::1]:80/a#b', 'http://[::1]', 'ws://[::1]/a'],
])('%s is on the origin %s', (address, base, expected) => {
  expect(own(address, base)).toBe(expected);
});

test.each([
  ['ws://jobs.example.com/a', 'https://jobs.example.com'],
  ['wss://jobs.example.com/a', 'http://jobs.example.com'],
  ['http://jobs.example.com/a', 'https://jobs.example.com'],
  ['wss://jobs.example.com:8443/a', 'https://jobs.example.com'],
  ['wss://sub.jobs.example.com/a', 'https://jobs.example.com'],
  ['wss://jobs.example.com.evil.example/a', 'https://jobs.example.com'],
  ['wss://jobs.example.com@evil.example/a', 'https://jobs.example.com'],
  ['wss://user@jobs.example.com/a', 'https://jobs.example.com'],
  ['wss://:pw@jobs.example.com/a', 'https://jobs.example.com'],
  ['//evil.example/a', 'https://jobs.example.com'],
  ['\\\\evil.example/a', 'https://jobs.example.com'],
  ['file:///a', 'https://jobs.example.com'],
  ['ws://[', 'http://jobs.example.com'],
])('%s is not on the origin %s', (address, base) => {
  expect(own(address, base)).toBeUndefined();
});
