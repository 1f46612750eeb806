import { expect, test } from 'vitest';
import { serveStatePath, userFilePath } from '../../src/config/places.js';

const at = (environment: Record<string, string> = {}) => ({
  environment,
  cwd: '/project',
  homeDir: '/home/me',
});

test("the user's file is in the XDG config folder", () => {
  expect(userFilePath(at(), undefined)).toBe('/home/me/.config/jobtrack/config.json');
  expect(userFilePath(at({ XDG_CONFIG_HOME: '/xdg' }), undefined)).toBe(
    '/xdg/jobtrack/config.json',
  );
});

test('an XDG folder that is not absolute does not count', () => {
  expect(userFilePath(at({ XDG_CONFIG_HOME: 'here' }), undefined)).toBe(
    '/home/me/.config/jobtrack/config.json',
  );
  expect(userFilePath(at({ XDG_CONFIG_HOME: '' }), undefined)).toBe(
    '/home/me/.config/jobtrack/config.json',
  );
});

test('--config names another file, from the working folder', () => {
  expect(userFilePath(at(), 'ci.json')).toBe('/project/ci.json');
  expect(userFilePath(at(), '/etc/ci.json')).toBe('/etc/ci.json');
});

test("serve's state is in the XDG state folder", () => {
  expect(serveStatePath(at())).toBe('/home/me/.local/state/jobtrack/serve.json');
  expect(serveStatePath(at({ XDG_STATE_HOME: '/state' }))).toBe('/state/jobtrack/serve.json');
});
