import { loadSettings } from '../../src/config/load.js';
import type { GlobalFlags } from '../../src/config/settings.js';
import type { Context } from '../../src/context.js';
import { loadMessages } from '../../src/i18n/load.js';
import type { OutputPort } from '../../src/ports/io.js';
import type { System } from '../../src/ports/system.js';
import { createSession } from '../../src/session.js';
import type { Machine } from '../config/machine.js';

/** What a person types, a line for each question; `undefined` where standard input is a pipe. */
export type Typed = string[] | undefined;

/** A command's context on a made-up machine, and what was written. */
export interface TestContext {
  context: Context;
  stdout: () => string;
  stderr: () => string;
}

function memoryOutput(isTTY: boolean): OutputPort & { text: string } {
  return {
    text: '',
    isTTY,
    columns: () => 80,
    rows: () => 24,
    colorLevel: 0,
    async write(text) {
      this.text += text;
    },
    writeBytes: () => Promise.reject(new Error('no bytes are expected here')),
    closed: new AbortController().signal,
  };
}

export async function createContext(
  machine: Machine,
  flags: GlobalFlags = {},
  typed: Typed = undefined,
): Promise<TestContext> {
  const stdout = memoryOutput(false);
  const stderr = memoryOutput(typed !== undefined);
  const answers = [...(typed ?? [])];
  const answer = async () => answers.shift() ?? Promise.reject(new Error('asked too often'));
  const stdin = {
    isTTY: typed !== undefined,
    readAll: async () => machine.stdin,
    readLine: answer,
    readSecret: answer,
  };
  // The rest of a system is not used by the commands of settings.
  const system = {
    ...machine.place,
    io: { stdin, stdout, stderr },
    clock: { now: () => 0, sleep: async () => {} },
    random: () => 0,
    ending: new AbortController().signal,
  } as unknown as System;
  const { context } = createSession({
    system,
    flags,
    messages: await loadMessages('en'),
    settings: () => loadSettings(machine.place, flags),
  });
  return { context, stdout: () => stdout.text, stderr: () => stderr.text };
}
