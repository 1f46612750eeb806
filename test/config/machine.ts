import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadSettings, type SettingsPlace } from '../../src/config/load.js';
import type { GlobalFlags, Settings } from '../../src/config/settings.js';
import { systemFiles } from '../../src/system/files.js';

export const TENANT = '550e8400-e29b-41d4-a716-446655440000';
export const PROJECT = '660e8400-e29b-41d4-a716-446655440000';
export const JOB = 'cc0e8400-e29b-41d4-a716-446655440000';
export const OTHER = '770e8400-e29b-41d4-a716-446655440000';

/** A user's login at one server, as the settings file holds it. */
export const atWork = {
  url: 'https://jobs.example.com',
  tenant: TENANT,
  project: PROJECT,
  token: 'work-token',
};

/** A made-up machine on real files: a home, a working folder and an environment. */
export interface Machine {
  root: string;
  /** The working folder. */
  cwd: string;
  userFile: string;
  serveFile: string;
  environment: Record<string, string>;
  /** What standard input holds. */
  stdin: string;
  /** The processes that run. */
  alive: Set<number>;
  place: SettingsPlace;
  /** Writes a file of the working folder, or of an absolute path, and its folders. */
  write(path: string, content: unknown, mode?: number): string;
  load(flags?: GlobalFlags): Promise<Settings>;
}

/** A machine for one test, gone when the test ends. Call it inside the test. */
export function createMachine(): Machine {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'jobtrack-settings-')));
  const cwd = join(root, 'home/code/project');
  mkdirSync(cwd, { recursive: true });
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const environment: Record<string, string> = {};
  const alive = new Set<number>();
  const machine: Machine = {
    root,
    cwd,
    userFile: join(root, 'home/.config/jobtrack/config.json'),
    serveFile: join(root, 'home/.local/state/jobtrack/serve.json'),
    environment,
    stdin: '',
    alive,
    place: {
      cwd,
      homeDir: join(root, 'home'),
      environment,
      files: systemFiles,
      isAlive: (pid) => alive.has(pid),
      io: { stdin: { readAll: async () => machine.stdin } },
    },
    write(path, content, mode = 0o600) {
      const file = path.startsWith('/') ? path : join(cwd, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      chmodSync(file, mode);
      return file;
    },
    load: (flags = {}) => loadSettings(machine.place, flags),
  };
  return machine;
}
