import { expect, test } from 'vitest';
import { homeFolder, workingFolder } from '../../src/system/folders.js';

const unknown = (): never => {
  throw new Error('ENOENT: no such user');
};

const user = (homedir: string) => () =>
  ({ homedir }) as ReturnType<typeof import('node:os').userInfo>;

test.each([
  ['the folder that HOME names', () => '/home/me', unknown, '/home/me'],
  ['the folder of the list of users, where HOME is empty', () => '', user('/home/me'), '/home/me'],
  [
    'the folder of the list of users, where HOME is relative',
    () => '.',
    user('/home/me'),
    '/home/me',
  ],
  ['the root, where the list has no better folder either', () => '.', user('x'), '/'],
  ['the root, for a user whom the system does not know', unknown, unknown, '/'],
])('home is %s', (_what, homedir, userInfo, expected) => {
  expect(homeFolder({ homedir, userInfo } as Parameters<typeof homeFolder>[0])).toBe(expected);
});

test('a working folder that has been deleted stops nothing', () => {
  expect(workingFolder(unknown)).toBe('/');
  expect(workingFolder(() => '/work')).toBe('/work');
});
