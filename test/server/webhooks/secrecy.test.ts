import { expect, onTestFinished, test } from 'vitest';
import { storedSubscriptionBody } from '../../../src/server/answers/subscription-body.js';
import { systemResolve } from '../../../src/server/webhooks/guard/checked-lookup.js';
import { createGuard } from '../../../src/server/webhooks/guard/guard.js';
import { createGuardedAgent } from '../../../src/server/webhooks/guard/guarded-agent.js';
import { createSend } from '../../../src/server/webhooks/send.js';
import { type Handler, startServer } from '../../helpers/http-server.js';
import { createDelivering } from './delivering.js';

const SECRET_BYTES = Buffer.from('canary-secret-canary-secret!');
const secret = `whsec_${SECRET_BYTES.toString('base64')}`;
const CANARIES = ['canary-token', 'canary-path', SECRET_BYTES.toString('base64'), 'canary-secret'];

/** A receiver that says back all that it was sent, wherever it can. */
const echo =
  (status: number): Handler =>
  ({ headers, body, path }, response) => {
    const said = `${headers.authorization} ${headers['webhook-signature']} ${path}`;
    response.writeHead(status, said, {
      location: `http://127.0.0.1:9/?said=${encodeURIComponent(said)}`,
      'retry-after': said,
      'x-said': said,
    });
    response.end(`${said} ${body}`);
  };

const broken: Handler = ({ headers }, response) => {
  response.socket?.end(`${headers.authorization} is no HTTP\r\n\r\n`);
};

test.each([
  ['a failure', echo(500)],
  ['a redirect', echo(302)],
  ['a receiver that is gone', echo(410)],
  ['nonsense', broken],
])('after %s, neither the log nor the list knows secret, token or path', async (_what, handler) => {
  const receiver = await startServer(handler);
  const delivering = createDelivering();
  delivering.subscribe({
    webhookUrl: `${receiver.url}/services/canary-path?key=canary-path`,
    bearerToken: 'canary-token',
    secret,
  });
  delivering.happen(2);
  const agent = createGuardedAgent(createGuard({ allowsLoopback: true }), systemResolve);
  onTestFinished(() => agent.destroy());
  await delivering.deliver(createSend(agent, delivering.clock));
  expect(receiver.requests[0]?.headers.authorization).toBe('Bearer canary-token');
  expect(delivering.failures.length).toBeGreaterThan(0);
  const subscription = delivering.subscription();
  if (subscription === undefined) throw new Error('the subscription is gone');
  const { webhookUrl: _asTheyAsked, ...told } = storedSubscriptionBody(subscription, 0);
  const said = JSON.stringify([delivering.failures, told]);
  for (const canary of CANARIES) expect(said).not.toContain(canary);
});

test('a token that breaks the request itself is in no message either', async () => {
  const delivering = createDelivering();
  delivering.subscribe({ webhookUrl: 'http://127.0.0.1:9/', bearerToken: 'canary-token\n' });
  delivering.happen(1);
  const agent = createGuardedAgent(createGuard({ allowsLoopback: true }), systemResolve);
  onTestFinished(() => agent.destroy());
  const failedTwice = () => (delivering.subscription()?.delivery.attempts ?? 0) > 1;
  await delivering.deliver(createSend(agent, delivering.clock), failedTwice);
  expect(delivering.subscription()?.delivery.lastFailure).toBe('UND_ERR_INVALID_ARG');
  const said = JSON.stringify([delivering.failures, delivering.subscription()?.delivery]);
  expect(said).not.toContain('canary');
});
