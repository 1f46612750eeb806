import { expect, test } from 'vitest';
import { type Marks, marksAbility, marksText } from '../../../src/output/live/marks.js';
import { inline, safe } from '../../../src/render/safe-text.js';
import { createTheme } from '../../../src/render/theme.js';

const able = { title: true, taskbar: true };

const at = (percent: number): Marks => ({ taskbar: { kind: 'normal', percent } });

test('the first title puts the one before aside; the last one puts it back', () => {
  const first: Marks = { title: safe`62% Import` };
  const next: Marks = { title: safe`63% Import` };
  expect(marksText({}, first, able)).toBe('\x1b[22;0t\x1b]2;62% Import\x07');
  expect(marksText(first, next, able)).toBe('\x1b]2;63% Import\x07');
  expect(marksText(next, {}, able)).toBe('\x1b]2;\x07\x1b[23;0t');
});

test('what has not changed is not written', () => {
  const marks: Marks = { title: safe`62% Import`, taskbar: { kind: 'normal', percent: 62 } };
  expect(marksText(marks, { ...marks }, able)).toBe('');
  expect(marksText({}, {}, able)).toBe('');
  expect(marksText(at(62.1), at(62.4), able)).toBe('');
});

test('the taskbar shows how far it is, that it failed, or that nobody knows', () => {
  expect(marksText({}, at(62.4), able)).toBe('\x1b]9;4;1;62\x07');
  expect(marksText({}, { taskbar: { kind: 'error', percent: 80 } }, able)).toBe(
    '\x1b]9;4;2;80\x07',
  );
  expect(marksText({}, { taskbar: { kind: 'warning', percent: 80 } }, able)).toBe(
    '\x1b]9;4;4;80\x07',
  );
  expect(marksText({}, { taskbar: { kind: 'indeterminate' } }, able)).toBe('\x1b]9;4;3\x07');
  expect(marksText(at(100), {}, able)).toBe('\x1b]9;4;0\x07');
  expect(marksText({}, at(-3), able)).toBe('\x1b]9;4;1;0\x07');
  expect(marksText({}, at(104), able)).toBe('\x1b]9;4;1;100\x07');
});

test('a title has no colours, no lines and no end of its own, and is no longer than a title', () => {
  const title = safe`${createTheme(1).bad(inline('a\x07b'))}\nc`;
  expect(marksText({}, { title }, able)).toBe('\x1b[22;0t\x1b]2;a\\x07b c\x07');
  const long = marksText({}, { title: inline('漢'.repeat(500)) }, able);
  expect(long).toHaveLength('\x1b[22;0t\x1b]2;\x07'.length + 60);
});

test.each([
  [{ TERM: 'xterm-256color' }, { title: true, taskbar: true }],
  [{ TERM: 'dumb' }, { title: false, taskbar: false }],
  [{ TERM: 'linux' }, { title: false, taskbar: false }],
  [
    { TERM: 'xterm', TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.6.5' },
    { title: true, taskbar: false },
  ],
  [
    { TERM: 'xterm', TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.6.6' },
    { title: true, taskbar: true },
  ],
])('%j understands %j', (environment, expected) => {
  expect(marksAbility(environment)).toEqual(expected);
  const marks: Marks = { title: safe`t`, taskbar: { kind: 'indeterminate' } };
  const text = marksText({}, marks, expected);
  expect(text.includes(']2;')).toBe(expected.title);
  expect(text.includes(']9;4')).toBe(expected.taskbar);
});
