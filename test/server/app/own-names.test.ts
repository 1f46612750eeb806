import { expect, test } from 'vitest';
import { isOwnHost } from '../../../src/server/app/own-names.js';

const names = { port: 4711, hosts: ['Jobs.example.com', 'other.example.com:8443'] };

test.each([
  '127.0.0.1:4711',
  'localhost:4711',
  '[::1]:4711',
  'LOCALHOST:4711',
  'jobs.example.com',
  'jobs.example.com:443',
  'OTHER.example.com:8443',
])('%s is this server', (host) => {
  expect(isOwnHost(host, names)).toBe(true);
});

test.each([
  undefined,
  '',
  '127.0.0.1',
  'localhost:4712',
  'localhost:80',
  '0.0.0.0:4711',
  '127.0.0.2:4711',
  '[::2]:4711',
  'localhost.:4711',
  'localhost.evil.example:4711',
  'evil.example:4711',
  'jobs.example.com.evil.example',
  'xjobs.example.com',
  'other.example.com',
  'other.example.com:8444',
  'user@localhost:4711',
  'localhost:4711/path',
  'localhost:04711x',
  '127.0.0.1:4711, evil.example',
])('%s is another server', (host) => {
  expect(isOwnHost(host, names)).toBe(false);
});

test('without a port of its own, as in a test that opens none, the port is not compared', () => {
  expect(isOwnHost('localhost:80', { ...names, port: undefined })).toBe(true);
  expect(isOwnHost('evil.example:80', { ...names, port: undefined })).toBe(false);
});

test('a port at which HTTP needs no number may be left out', () => {
  expect(isOwnHost('localhost', { ...names, port: 80 })).toBe(true);
});
