import { expect, test } from 'vitest';
import { createOverlapTrail } from '../../../src/client/follow/overlap-trail.js';
import { answerWith } from '../../helpers/fake-context.js';
import { at, lines } from './fake-log.js';

test('a log of any length takes as much memory as its last moments', () => {
  const line = { jobId: 'j', level: 'INFO' as const, isWanted: () => true };
  const trail = createOverlapTrail(line, {});
  for (let second = 0; second < 5_000; second += 10) {
    trail.begin();
    const logs = lines(Math.max(0, second - 15), second + 9);
    trail.take({ answer: { ...answerWith({ logs }), serverTimeMs: undefined } });
    expect(trail.size).toBeLessThanOrEqual(26);
  }
  expect(trail.fromMs).toBe(Date.parse(at(4_984).timestamp));
});
