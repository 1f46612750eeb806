import { describe, expect, test } from 'vitest';
import { createRecentAnswers } from '../../../src/server/app/recent-answers.js';
import { createFakeClock } from '../../helpers/fake-clock.js';
import { at, createFakeApp, headers, JOB } from './fake-app.js';

describe('answers of a moment ago', () => {
  test('are found as long as nothing has changed', () => {
    let state = 'one';
    const recent = createRecentAnswers(() => state);
    expect(recent.find('a')).toBeUndefined();
    recent.keep('a', { tag: 't', json: '{}' });
    expect(recent.find('a')).toEqual({ tag: 't', json: '{}' });
    state = 'two';
    expect(recent.find('a')).toBeUndefined();
  });

  test('are neither many nor long', () => {
    const recent = createRecentAnswers(() => 'one');
    recent.find('');
    recent.keep('long', { tag: 't', json: 'x'.repeat(65_537) });
    for (let index = 0; index < 300; index += 1) recent.keep(String(index), { tag: 't', json: '' });
    expect(recent.find('long')).toEqual({ tag: 't', json: undefined });
    expect(recent.find('254')).toBeDefined();
    expect(recent.find('255')).toBeUndefined();
  });
});

describe('the same question', () => {
  test('is computed once within a second, and again in the next or after a change', async () => {
    const clock = createFakeClock();
    const { app, calls, change } = createFakeApp({ clock });
    const ask = () => app.inject({ url: at(`/job/${JOB}/progress`), headers });
    const first = await ask();
    clock.advance(999);
    const second = await ask();
    expect([second.body, second.headers['etag'], second.headers['content-type']]).toEqual([
      first.body,
      first.headers['etag'],
      first.headers['content-type'],
    ]);
    expect(calls.asked).toHaveLength(1);
    clock.advance(1);
    await ask();
    expect(calls.asked).toHaveLength(2);
    change();
    await ask();
    expect(calls.asked).toHaveLength(3);
  });

  test('about another job, or in another language, is another one', async () => {
    const { app, calls } = createFakeApp();
    const url = at(`/job/${JOB}/progress`);
    await app.inject({ url, headers });
    await app.inject({ url, headers: { ...headers, 'accept-language': 'ja' } });
    await app.inject({ url: at(`/job/${JOB}/dependencies`), headers });
    expect(calls.asked).toHaveLength(3);
  });
});
