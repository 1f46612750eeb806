import { expect, test } from 'vitest';
import { describe } from '../../../src/commands/logs/command.js';
import { languages } from '../../../src/config/settings.js';
import { loadMessages } from '../../../src/i18n/load.js';

test('the flags are those of the command line page', async () => {
  const command = describe(await loadMessages('en'));
  expect(command.flags.map(({ flags }) => flags)).toEqual([
    '-l, --level <level>',
    '--since <time>',
    '--until <time>',
    '-n, --limit <n>',
    '--tail <n>',
    '-f, --follow',
    '--grep <regex>',
    '--exclude <regex>',
    '--component <name…>',
    '--stage <name…>',
    '--no-details',
    '--raw',
    '--fail-on <level>',
  ]);
});

test('every language explains every flag and gives three examples', async () => {
  for (const language of languages) {
    const command = describe(await loadMessages(language));
    expect(command.flags.every(({ description }) => description !== '')).toBe(true);
    expect(command.examples).toHaveLength(3);
  }
});
