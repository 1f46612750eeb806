import type { Context } from '../../context.js';
import { JobtrackError, shellWord } from '../../errors/index.js';
import { writeLines, writeNdjson } from '../../output/writing.js';
import type { Receiver } from '../../ports/receiver.js';
import type { Ending } from '../../ports/system.js';
import { inline } from '../../render/safe-text.js';
import { refuseDocument } from '../refuse-document.js';
import { eventLines } from '../subscribe/event-lines.js';
import { untilEnded } from '../until-ended.js';
import { readOwnSecrets } from '../webhook-secrets.js';
import { createDeliver, type Delivered, type Incoming } from './deliver.js';
import type { ListenOptions } from './options.js';
import { createRefusalNotes } from './refusal-notes.js';
import { createReply } from './reply.js';

const HOST = '127.0.0.1';
const BODY_BYTES_MAX = 1_048_576;
const ARRIVE_WITHIN_MS = 15_000;

/** Receives webhooks until a signal asks for the end, and then ends by that signal. */
export async function run(options: ListenOptions, context: Context): Promise<Ending> {
  await refuseDocument('listen', context);
  const secrets = await readOwnSecrets(options.secretFile, context);
  const { sendOn } = await import('../../client/transport/send-on.js');
  const deliver = createDeliver({ ...options, ...context, forward: sendOn });
  const receiver = await open(
    options,
    createReply({
      secrets,
      clock: context.clock,
      show: (incoming) => show(incoming, context),
      deliver: async (incoming) => tellFailure(await deliver(incoming), context),
      onRefused: createRefusalNotes(context),
    }),
    context,
  );
  await tellReady(receiver, options, context);
  const ending = await untilEnded(context.signal);
  await receiver.close();
  return ending;
}

async function open(
  { port }: ListenOptions,
  reply: ReturnType<typeof createReply>,
  { receive }: Context,
): Promise<Receiver> {
  try {
    return await receive({
      host: HOST,
      port,
      bodyBytesMax: BODY_BYTES_MAX,
      arriveWithinMs: ARRIVE_WITHIN_MS,
      reply,
    });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new JobtrackError('LISTEN_FAILED', { address: `${HOST}:${port}`, reason });
  }
}

async function show({ webhook }: Incoming, context: Context): Promise<void> {
  if ((await context.form()) === 'ndjson') {
    await writeNdjson(context.io.stdout, [webhook.event]);
  } else {
    await writeLines(context.io.stdout, eventLines(webhook.event, await context.look()));
  }
}

async function tellFailure(delivered: Delivered, context: Context): Promise<Delivered> {
  if (!delivered.ok) {
    const { where, reason } = delivered;
    await context.note(inline(context.messages.listen.notBrought(where, reason)));
  }
  return delivered;
}

async function tellReady(
  { port }: Receiver,
  { secretFile }: ListenOptions,
  context: Context,
): Promise<void> {
  const { listen } = context.messages;
  const url = `http://${HOST}:${port}/`;
  const secret = secretFile === undefined ? '' : ` --secret-file ${shellWord(secretFile)}`;
  await context.note(inline(listen.listening(url)));
  await context.note(inline(listen.next(`jobtrack subscribe <job id> --webhook ${url}${secret}`)));
}
