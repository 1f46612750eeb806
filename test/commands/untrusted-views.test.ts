import fc from 'fast-check';
import type { Client } from '../../src/client/types.js';
import { commandList } from '../../src/commands/command-list.js';
import { en } from '../../src/i18n/en/index.js';
import { type ExampleLanguage, example } from '../helpers/examples.js';
import { answerWith, fakeContext } from '../helpers/fake-context.js';
import { hostileCorpus } from '../helpers/hostile-corpus.js';
import { hostileText } from '../helpers/hostile-text.js';
import { controlBytes } from '../helpers/no-control-bytes.js';
import { poisoned } from '../helpers/poison.js';
import { promise } from '../helpers/promise.js';

/** Each command whose view shows what a server sent, with the words that make it show as much as it can. */
const shown: readonly { name: string; flags?: Record<string, string | boolean> }[] = [
  { name: 'progress' },
  { name: 'logs' },
  { name: 'timeline' },
  { name: 'timeline', flags: { view: 'gantt' } },
  { name: 'metrics', flags: { history: true } },
  { name: 'batch', flags: { metrics: true } },
  { name: 'deps' },
  { name: 'deps', flags: { why: true } },
  { name: 'deps', flags: { format: 'dot' } },
  { name: 'deps', flags: { format: 'mermaid' } },
];

/** A client whose every answer is the example with poisoned texts. */
function poisonedClient(language: ExampleLanguage, text: string): Partial<Client> {
  const answer = (name: string) =>
    answerWith(poisoned(example<unknown>(language, name), text) as never);
  return {
    progress: async () => answer('progress'),
    timeline: async () => answer('timeline'),
    metrics: async () => answer('metrics'),
    batch: async () => answer('batch'),
    dependencies: async () => answer('dependencies'),
    logs: async () => answer('logs'),
    logPages: async function* () {
      yield { answer: answer('logs') };
    },
  };
}

/** Shows a text by the view of that number; one round over all views is on a terminal, the next in a pipe. */
async function show(index: number, text: string): Promise<string> {
  const { name, flags = {} } = shown[index % shown.length] ?? { name: 'progress' };
  const round = Math.floor(index / shown.length);
  const command = await commandList.find((listed) => listed.name === name)?.load(en);
  if (command === undefined) throw new Error(`no command ${name}`);
  const terminal = round % 2 === 0;
  const { context, stdout, stderr } = await fakeContext({
    client: poisonedClient(round % 4 < 2 ? 'ja' : 'tr', text),
    look: { terminal, color: 3, width: 40 + (index % 81) },
  });
  await command.run(command.parse([], flags), context);
  return stdout() + stderr();
}

promise(
  'T1',
  'No control character reaches a terminal but own colours, through every view',
  { full: 10_000, quick: 300, timeoutMs: 1_800_000 },
  async ({ count, fail }) => {
    const everyView = Array.from({ length: shown.length * 2 });
    const corpus = hostileCorpus.flatMap((payload) => everyView.map(() => payload.text));
    const texts = [...corpus, ...fc.sample(hostileText, { numRuns: count, seed: 1 })];
    for (const [index, text] of texts.entries()) {
      const found = controlBytes(await show(index, text));
      if (found.length > 0)
        fail(`${shown[index % shown.length]?.name}: ${JSON.stringify({ text, found })}`);
    }
    return texts.length;
  },
);
