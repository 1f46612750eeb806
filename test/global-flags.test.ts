import { expect, test } from 'vitest';
import { globalFlags, globalForms } from '../src/global-flags.js';
import { en } from '../src/i18n/en/index.js';

test('every global option has words', () => {
  const flags = globalFlags(en);
  expect(flags.map((flag) => flag.flags)).toEqual(globalForms);
  for (const flag of flags) expect(flag.description).not.toBe('');
});
