import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en/index.js';
import { ja } from '../../src/i18n/ja/index.js';
import { loadMessages } from '../../src/i18n/load.js';
import type { Messages } from '../../src/i18n/messages.js';
import { tr } from '../../src/i18n/tr/index.js';
import { leaves } from './leaves.js';

// A language that misses a text, or gives it other values, does not compile.
const translations = { tr, ja } satisfies Record<string, Messages>;

const shape = (messages: Messages): string[] =>
  leaves(messages)
    .map(([path, value]) => `${path}: ${typeof value}`)
    .sort();

const textOf = (value: unknown): string => (typeof value === 'string' ? value : String(value));

/** Words that Turkish or Japanese have as English has them. Names in capitals, such as CPU, are no words. */
const loanWords = new Set(['jobtrack', 'token', 'port', 'disk', 'normal']);

/** The English words of a text; of a function, those of the texts that it puts together. */
function englishWords(value: unknown): string[] {
  const parts =
    typeof value === 'string'
      ? [value]
      : [...String(value).matchAll(/`([^`]*)`|'([^']*)'|"([^"]*)"/g)].map((match) => match[0]);
  return parts
    .flatMap((part) => part.replace(/\$\{[^}]*\}/g, ' ').match(/[A-Za-z]{3,}/g) ?? [])
    .filter((word) => word !== word.toUpperCase() && !loanWords.has(word.toLowerCase()));
}

describe.each(Object.entries(translations))('%s', (language, messages) => {
  test('has the texts of English, and no others', () => {
    expect(shape(messages)).toEqual(shape(en));
  });

  test('is what is loaded for it', async () => {
    expect(await loadMessages(messages.language)).toBe(messages);
    expect(messages.language).toBe(language);
  });

  test('has no text that is still English', () => {
    const english = new Map(leaves(en));
    const same = leaves(messages).filter(
      ([path, value]) =>
        textOf(english.get(path)) === textOf(value) && englishWords(value).length > 0,
    );
    expect(same).toEqual([]);
  });

  test('has no text with a line end: where lines end is for the views to say', () => {
    const odd = leaves(messages).filter(
      ([, value]) => typeof value === 'string' && /[\r\n]/.test(value),
    );
    expect(odd).toEqual([]);
  });
});

test('an English text is found, and a name or a sign is not taken for one', () => {
  expect(englishWords('Print the log')).toEqual(['Print', 'the', 'log']);
  expect(englishWords((id: string) => `request id ${id}`)).toEqual(['request']);
  expect(englishWords('CPU · IOPS')).toEqual([]);
  expect(englishWords((token: string) => `token ${token}`)).toEqual([]);
});
