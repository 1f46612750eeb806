import { expect, test } from 'vitest';
import { roadTo } from '../../../src/commands/doctor/road.js';

const road = (url: string, environment = {}) => roadTo(new URL(url), environment);

test('without a proxy the way goes to the host of the API, at the port of its scheme', () => {
  expect(road('https://jobs.example.com/api')).toEqual({
    host: 'jobs.example.com',
    port: 443,
    isAddress: false,
    forHost: 'jobs.example.com',
    isProxy: false,
    isSecure: true,
    isApiSecure: true,
  });
  expect(road('http://jobs.example.com').port).toBe(80);
  expect(road('http://jobs.example.com:4000').port).toBe(4000);
});

test('with a proxy it goes there, with TLS only where the proxy has it', () => {
  const environment = { HTTPS_PROXY: 'proxy.example.com:3128' };
  expect(road('https://jobs.example.com', environment)).toEqual({
    host: 'proxy.example.com',
    port: 3128,
    isAddress: false,
    forHost: 'jobs.example.com',
    isProxy: true,
    isSecure: false,
    isApiSecure: true,
  });
  const secure = { HTTPS_PROXY: 'https://proxy.example.com' };
  expect(road('https://jobs.example.com', secure)).toMatchObject({ port: 443, isSecure: true });
});

test('an exception leads past the proxy', () => {
  const environment = { HTTPS_PROXY: 'proxy:3128', NO_PROXY: 'example.com' };
  expect(road('https://jobs.example.com', environment)).toMatchObject({ isProxy: false });
});

test('an address is known as one, and an IPv6 address loses its brackets', () => {
  expect(road('http://127.0.0.1:4000')).toMatchObject({ host: '127.0.0.1', isAddress: true });
  expect(road('http://[::1]:4000')).toMatchObject({ host: '::1', isAddress: true });
  expect(road('http://0x7f.1:4000')).toMatchObject({ host: '127.0.0.1', isAddress: true });
  expect(road('http://1.2.3.example.com')).toMatchObject({ isAddress: false });
});
