import { describe, expect, test } from 'vitest';
import { parseSubscribeOptions } from '../../../src/commands/subscribe/options.js';

const JOB = 'cc0e8400-e29b-41d4-a716-446655440000';

describe('jobtrack subscribe', () => {
  test('follows all events of the job when nothing else is asked', () => {
    const options = parseSubscribeOptions([JOB], {});
    expect(options).toEqual({ jobId: JOB, action: { kind: 'follow' }, wanted: {} });
    expect(parseSubscribeOptions([JOB], { websocket: true })).toEqual(options);
  });

  test('takes what is wanted of them', () => {
    const flags = {
      events: 'stageCompleted, JOBCOMPLETED',
      minProgress: '10',
      includeDebug: true,
      notifyErrors: false,
    };
    expect(parseSubscribeOptions([], flags).wanted).toEqual({
      events: ['stageCompleted', 'jobCompleted'],
      filters: { minProgressIncrement: 10, includeDebugEvents: true, notifyOnErrors: false },
    });
  });

  test('has them sent to a webhook', () => {
    const flags = { webhook: 'https://a.example/h?x=1', authTokenFile: '-', secretFile: 's' };
    expect(parseSubscribeOptions([], flags).action).toEqual({
      kind: 'webhook',
      url: 'https://a.example/h?x=1',
      authTokenFile: '-',
      secretFile: 's',
    });
  });

  test('lists subscriptions and takes one away', () => {
    expect(parseSubscribeOptions([], { list: true }).action).toEqual({ kind: 'list' });
    const removal = { kind: 'remove', subscriptionId: 'sub-1' };
    expect(parseSubscribeOptions([], { remove: 'sub-1' }).action).toEqual(removal);
  });

  test.each([
    [{ webhook: 'ftp://a.example' }, 'INVALID_VALUE'],
    [{ webhook: 'https://user:pass@a.example' }, 'INVALID_VALUE'],
    [{ webhook: 'nowhere' }, 'INVALID_VALUE'],
    [{ events: 'stageEnded' }, 'INVALID_VALUE'],
    [{ minProgress: '101' }, 'INVALID_VALUE'],
    [{ webhook: 'https://a.example', websocket: true }, 'CONFLICTING_OPTIONS'],
    [{ list: true, remove: 'sub-1' }, 'CONFLICTING_OPTIONS'],
    [{ authTokenFile: 't' }, 'CONFLICTING_OPTIONS'],
    [{ secretFile: 's', list: true }, 'CONFLICTING_OPTIONS'],
  ])('refuses %j', (flags, code) => {
    expect(() => parseSubscribeOptions([], flags)).toThrow(expect.objectContaining({ code }));
  });
});
