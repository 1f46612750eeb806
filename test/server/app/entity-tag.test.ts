import { expect, test } from 'vitest';
import { entityTag, isKnownTag } from '../../../src/server/app/entity-tag.js';

test('a tag is weak, short, and the same for the same parts', () => {
  expect(entityTag('getProgress', 'job', 'en', '7')).toMatch(/^W\/"[\w-]{27}"$/);
  expect(entityTag('a', 'b')).toBe(entityTag('a', 'b'));
});

test('parts do not run into each other', () => {
  expect(entityTag('ab', 'c')).not.toBe(entityTag('a', 'bc'));
});

test.each([
  ['W/"one"', true],
  ['"one"', true],
  ['*', true],
  ['"two", W/"one"', true],
  ['W/"two","one"', true],
  ['"a, W/\\"one\\""', false],
  ['"two"', false],
  ['one', false],
  ['', false],
  [undefined, false],
])('If-None-Match %j knows W/"one": %s', (header, isKnown) => {
  expect(isKnownTag(header, 'W/"one"')).toBe(isKnown);
});
