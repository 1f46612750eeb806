import { expectTypeOf, test } from 'vitest';
import {
  type Answer,
  type Client,
  createClient,
  type ErrorFacts,
  isJobtrackError,
  type LogPage,
  type ProgressBody,
} from '../../src/index.js';

/** Never called: what stands in it has to compile, or not to. */
function whatCompiles(client: Client, error: unknown): void {
  const base = { url: 'https://jobs.example.com', tenantId: 'a', projectId: 'b' };
  createClient(base);
  // @ts-expect-error An address is needed.
  createClient({ tenantId: 'a', projectId: 'b' });
  // @ts-expect-error Durations are numbers of milliseconds.
  createClient({ ...base, timeoutMs: '30s' });
  // @ts-expect-error There are no headers of one's own: the token would not be safe in one.
  createClient({ ...base, headers: { 'x-api-key': 'secret' } });
  // @ts-expect-error An option that is left out is left out, not undefined.
  createClient({ ...base, token: undefined });

  void client.logs('id', { level: 'WARN', limit: 5 });
  // @ts-expect-error The client sends canonical values only.
  void client.logs('id', { level: 'Uyarı' });
  // @ts-expect-error Times are ISO 8601 texts.
  void client.logs('id', { fromTime: new Date() });
  // @ts-expect-error How many entries are wanted has to be said.
  client.logPages('id', {});
  // @ts-expect-error There is no such interval.
  void client.metrics('id', { interval: '2m' });
  // @ts-expect-error There is no such group.
  void client.metrics('id', { metrics: ['gpu'] });
  // @ts-expect-error Cancelled is no status that a batch can be limited to.
  void client.batch({ status: 'Cancelled' });
  // @ts-expect-error The interval is in seconds, and its name says so.
  void client.batch({ refreshInterval: 5 });
  // @ts-expect-error A subscription has a type.
  void client.subscribe('id', { webhookUrl: 'https://hooks.example.com' });
  // @ts-expect-error There is no such event.
  void client.subscribe('id', { subscriptionType: 'webhook', events: ['jobPaused'] });

  expectTypeOf(client.progress('id')).resolves.toEqualTypeOf<Answer<ProgressBody>>();
  expectTypeOf(client.logPages('id', { limit: 1 })).toEqualTypeOf<AsyncGenerator<LogPage>>();
  if (isJobtrackError(error, 'NOT_FOUND')) {
    expectTypeOf(error.facts).toEqualTypeOf<ErrorFacts['NOT_FOUND']>();
    // @ts-expect-error A missing job knows nothing of attempts.
    void error.facts.attempts;
  }
}

/** Fields that may be missing have to be asked for. */
function whatIsMissing(body: ProgressBody): void {
  // @ts-expect-error A percentage may be missing.
  body.overallProgress.percentage.toFixed(1);
  expectTypeOf(body.status).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(body['anything']).toBeUnknown();
}

test('the types say what compiles and what does not', () => {
  expectTypeOf(whatCompiles).toBeFunction();
  expectTypeOf(whatIsMissing).toBeFunction();
});
