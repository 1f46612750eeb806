import type { Messages } from '../i18n/messages.js';
import type { Command } from './definition.js';

/** A command before its code is loaded: enough for the list of commands. */
export interface ListedCommand {
  name: string;
  summary: (messages: Messages) => string;
  /** Left out of the list of commands: for shells, not for people. */
  hidden?: boolean;
  /** Reads no settings, so that it works whatever they hold: it may be there to mend them. */
  isOffline?: boolean;
  /** Tells of broken settings itself; any other command does not start with them. */
  tellsSettings?: boolean;
  /** Its arguments are a command line of another program: everything from the first one on is left as it is. */
  passesThrough?: boolean;
  load(messages: Messages): Promise<Command<unknown>>;
}

interface DescribesCommand<Options> {
  describe(messages: Messages): Command<Options>;
}

// Options are made by a command's own `parse` and go to its own `run`, so nobody else needs to know their type.
const loadFrom =
  <Options>(load: () => Promise<DescribesCommand<Options>>): ListedCommand['load'] =>
  async (messages) =>
    (await load()).describe(messages) as Command<unknown>;

/** All commands, in the order of the help. */
export const commandList: readonly ListedCommand[] = [
  {
    name: 'progress',
    summary: (m) => m.progress.summary,
    load: loadFrom(() => import('./progress/command.js')),
  },
  {
    name: 'watch',
    summary: (m) => m.watchCommand.summary,
    load: loadFrom(() => import('./watch/command.js')),
  },
  {
    name: 'logs',
    summary: (m) => m.logs.summary,
    load: loadFrom(() => import('./logs/command.js')),
  },
  {
    name: 'timeline',
    summary: (m) => m.timeline.summary,
    load: loadFrom(() => import('./timeline/command.js')),
  },
  {
    name: 'metrics',
    summary: (m) => m.metrics.summary,
    load: loadFrom(() => import('./metrics/command.js')),
  },
  {
    name: 'batch',
    summary: (m) => m.batch.summary,
    load: loadFrom(() => import('./batch/command.js')),
  },
  {
    name: 'deps',
    summary: (m) => m.deps.summary,
    load: loadFrom(() => import('./deps/command.js')),
  },
  {
    name: 'subscribe',
    summary: (m) => m.subscribe.summary,
    load: loadFrom(() => import('./subscribe/command.js')),
  },
  {
    name: 'listen',
    summary: (m) => m.listen.summary,
    isOffline: true,
    load: loadFrom(() => import('./listen/command.js')),
  },
  {
    name: 'demo',
    summary: (m) => m.demo.summary,
    load: loadFrom(() => import('./demo/command.js')),
  },
  {
    name: 'serve',
    summary: (m) => m.serve.summary,
    load: loadFrom(() => import('./serve/command.js')),
  },
  {
    name: 'run',
    summary: (m) => m.run.summary,
    passesThrough: true,
    load: loadFrom(() => import('./run/command.js')),
  },
  {
    name: 'login',
    summary: (m) => m.settings.loginSummary,
    isOffline: true,
    load: loadFrom(() => import('./login/command.js')),
  },
  {
    name: 'logout',
    summary: (m) => m.settings.logoutSummary,
    isOffline: true,
    load: loadFrom(() => import('./logout/command.js')),
  },
  {
    name: 'config',
    summary: (m) => m.settings.configSummary,
    load: loadFrom(() => import('./config/command.js')),
  },
  {
    name: 'doctor',
    summary: (m) => m.doctor.summary,
    tellsSettings: true,
    load: loadFrom(() => import('./doctor/command.js')),
  },
  {
    name: 'completion',
    summary: (m) => m.completion.summary,
    isOffline: true,
    load: loadFrom(() => import('./completion/command.js')),
  },
  {
    name: '__demo-job',
    summary: () => '',
    hidden: true,
    isOffline: true,
    load: loadFrom(() => import('./demo-job/command.js')),
  },
  {
    name: '__complete',
    summary: () => '',
    hidden: true,
    isOffline: true,
    load: loadFrom(() => import('./completion/complete-command.js')),
  },
];
