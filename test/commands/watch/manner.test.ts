import { describe, expect, test } from 'vitest';
import { chooseManner } from '../../../src/commands/watch/manner.js';
import type { OutputForm } from '../../../src/config/settings.js';
import { fakeContext } from '../../helpers/fake-context.js';

const usual = { mode: 'auto', isFullscreen: false, ringsBell: false } as const;
type Wishes = Parameters<typeof chooseManner>[0];

async function manner(
  place: 'terminal' | 'pipe' | 'dumb terminal',
  wishes: Partial<Wishes> = {},
  form: OutputForm = 'human',
) {
  const { context } = await fakeContext({ look: { terminal: place !== 'pipe' } });
  const environment = place === 'dumb terminal' ? { TERM: 'dumb' } : {};
  return chooseManner({ ...usual, ...wishes }, form, { io: context.io, environment });
}

test.each([
  ['terminal', {}, 'human', 'live'],
  ['pipe', {}, 'human', 'plain'],
  ['dumb terminal', {}, 'human', 'plain'],
  ['terminal', { mode: 'plain' }, 'human', 'plain'],
  ['terminal', { mode: 'tty' }, 'human', 'live'],
  ['terminal', { isFullscreen: true }, 'human', 'live'],
  ['terminal', {}, 'ndjson', 'ndjson'],
  ['terminal', {}, 'json', 'json'],
  ['pipe', { mode: 'plain' }, 'ndjson', 'ndjson'],
] as const)('on a %s with %j and --output %s it is %s', async (place, wishes, form, expected) => {
  expect((await manner(place, wishes, form)).form).toBe(expected);
});

describe('what can not be done is refused', () => {
  test.each([
    ['pipe', { mode: 'tty' }, 'human', '--mode tty needs a terminal that can be painted on'],
    ['dumb terminal', { mode: 'tty' }, 'human', '--mode tty needs a terminal'],
    ['pipe', { isFullscreen: true }, 'human', '--fullscreen needs a terminal'],
    ['terminal', { isFullscreen: true }, 'ndjson', '--fullscreen and --output ndjson'],
    ['terminal', { mode: 'tty' }, 'json', '--mode tty and --output json'],
  ] as const)('on a %s with %j and --output %s', async (place, wishes, form, message) => {
    await expect(manner(place, wishes, form)).rejects.toThrow(message);
  });
});
