import { expect, test } from 'vitest';
import { placeWords } from '../../src/commands/place-words.js';

test.each([
  [{}, ''],
  [{ quiet: true, lang: 'ja' } as const, ''],
  [{ profile: 'work' }, ' --profile work'],
  [
    { url: 'https://jobs.example.com:8443/api', tokenFile: '/run/token' },
    ' --url https://jobs.example.com:8443/api --token-file /run/token',
  ],
  [{ config: '/home/a b/c.json' }, " --config '/home/a b/c.json'"],
  [{ profile: 'x; rm -rf ~' }, " --profile 'x; rm -rf ~'"],
  [{ tokenFile: '-' }, ''],
])('%j is typed again as "%s"', (flags, words) => {
  expect(placeWords(flags)).toBe(words);
});
