import { expect, test } from 'vitest';
import { flagShape } from '../../../src/commands/completion/flag-shape.js';

const shape = (flags: string) => {
  const { names, value, variadic, takesFile } = flagShape({ flags, description: '' });
  return { names, value, variadic, takesFile };
};

test('a switch has names and no value', () => {
  expect(shape('-q, --quiet')).toEqual({
    names: ['-q', '--quiet'],
    value: 'none',
    variadic: false,
    takesFile: false,
  });
});

test('angle brackets are a value that has to be there, square ones a value that may', () => {
  expect(shape('-l, --level <LEVEL>')).toMatchObject({
    names: ['-l', '--level'],
    value: 'required',
  });
  expect(shape('-w, --watch [interval]')).toMatchObject({
    names: ['-w', '--watch'],
    value: 'optional',
  });
});

test('dots are several values', () => {
  expect(shape('--component <name…>')).toMatchObject({ names: ['--component'], variadic: true });
  expect(shape('--component <name...>')).toMatchObject({ names: ['--component'], variadic: true });
});

test('a value that is called a file is one', () => {
  expect(shape('--token-file <file|->')).toMatchObject({
    names: ['--token-file'],
    takesFile: true,
  });
  expect(shape('--profile <name>')).toMatchObject({ takesFile: false });
});
