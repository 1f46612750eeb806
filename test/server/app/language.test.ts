import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLanguage } from '../../../src/server/app/language.js';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['tr', 'tr'],
  ['ja-JP', 'ja'],
  ['TR-tr', 'tr'],
  ['de, fr', 'en'],
  ['de, tr', 'tr'],
  ['en;q=0.5, ja', 'ja'],
  ['tr;q=0.8, ja;q=0.9, en;q=0.1', 'ja'],
  ['ja;q=0.5, tr;q=0.5', 'ja'],
  ['ja;q=0, tr;q=0.1', 'tr'],
  ['ja;q=0', 'en'],
  ['*', 'en'],
  ['en;q=0, *', 'tr'],
  ['*;q=0.5, ja;q=0.4', 'en'],
  ['tr;q=loud', 'en'],
  ['ja;q=7', 'ja'],
  [' tr ; q=0.3 , ja ; q=0.2 ', 'tr'],
])('Accept-Language %j is answered in %s', (header, language) => {
  expect(chooseLanguage(header)).toBe(language);
});

test('any header is answered in a language that there is', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(['en', 'tr', 'ja']).toContain(chooseLanguage(header));
    }),
  );
});
