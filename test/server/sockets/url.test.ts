import { expect, test } from 'vitest';
import { websocketUrlOf } from '../../../src/server/sockets/url.js';

const params = { tenantId: 't', projectId: 'p' };

test.each([
  ['http', '127.0.0.1:4711', 'ws://127.0.0.1:4711'],
  ['https', 'jobs.example.com', 'wss://jobs.example.com'],
  ['http', '[::1]:80', 'ws://[::1]:80'],
])('a server that was asked by %s at %s has its sockets there', (protocol, host, origin) => {
  expect(websocketUrlOf({ protocol, host, params }, 'j', 'sub-1 &')).toBe(
    `${origin}/api/t/p/execution/job/j/events?subscriptionId=sub-1%20%26`,
  );
});
