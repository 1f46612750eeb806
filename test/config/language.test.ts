import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/config/language.js';

test.each([
  [{}, undefined, 'en'],
  [{ LANG: 'tr_TR.UTF-8' }, undefined, 'tr'],
  [{ LANG: 'ja' }, undefined, 'ja'],
  [{ LANG: 'JA_jp' }, undefined, 'ja'],
  [{ LANG: 'en_GB.UTF-8' }, undefined, 'en'],
  [{ LANG: 'C.UTF-8' }, undefined, 'en'],
  [{ LC_ALL: 'POSIX', LANG: 'tr_TR' }, undefined, 'en'],
  [{ LC_ALL: 'tr_TR', LC_MESSAGES: 'ja_JP', LANG: 'en_US' }, undefined, 'tr'],
  [{ LC_MESSAGES: 'ja_JP', LANG: 'tr_TR' }, undefined, 'ja'],
  [{ LC_ALL: '', LANG: 'tr_TR' }, undefined, 'tr'],
  [{ LC_ALL: 'de_DE', LANG: 'tr_TR' }, undefined, 'tr'],
  [{ LANG: 'de_DE' }, undefined, 'en'],
  [{ LANG: 'trv_TW' }, undefined, 'en'],
  [{ JOBTRACK_LANG: 'ja', LC_ALL: 'tr_TR' }, undefined, 'ja'],
  [{ JOBTRACK_LANG: 'klingon', LANG: 'tr_TR' }, undefined, 'tr'],
  [{ JOBTRACK_LANG: 'ja', LANG: 'tr_TR' }, 'en', 'en'],
  [{ JOBTRACK_LANG: 'ja' }, 'TR', 'tr'],
  [{ JOBTRACK_LANG: 'ja' }, 'klingon', 'ja'],
] as const)('%j with --lang %s is %s', (environment, flag, expected) => {
  expect(chooseLanguage(environment, flag)).toBe(expected);
});
