import type { Context } from '../../context.js';
import { JobtrackError } from '../../errors/index.js';
import { createByteSanitizer, inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { hasColor } from './has-color.js';
import type { LogQuery } from './query.js';
import { findFailing } from './read.js';

/** Shows the server's text of the log: its very bytes in a pipe, made safe on a terminal. Tells whether it fails. */
export async function showRaw(query: LogQuery, context: Context): Promise<boolean> {
  const { output } = context.flags;
  if (output !== undefined && output !== 'human') {
    throw new JobtrackError('CONFLICTING_OPTIONS', { options: ['--raw', `--output ${output}`] });
  }
  const client = await context.client();
  const params = { ...query.params, limit: query.limit };
  const answer = await context.waiting(
    client.rawLogs(query.jobId, params, { signal: context.signal }),
  );
  const isEmpty = context.io.stdout.isTTY
    ? await writeSafely(answer.body, context)
    : await writeExactly(answer.body, context);
  if (isEmpty) await context.note(inline(context.messages.logs.noText));
  return (await findFailing(query, query.params.fromTime, context)) !== undefined;
}

async function writeExactly(chunks: AsyncIterable<Uint8Array>, { io }: Context): Promise<boolean> {
  let isEmpty = true;
  for await (const chunk of chunks) {
    isEmpty &&= chunk.length === 0;
    await io.stdout.writeBytes(chunk);
  }
  return isEmpty;
}

async function writeSafely(chunks: AsyncIterable<Uint8Array>, context: Context): Promise<boolean> {
  const sanitizer = createByteSanitizer({ color: hasColor(await context.look()) });
  let isEmpty = true;
  const write = async (lines: readonly SafeText[]): Promise<void> => {
    if (lines.length === 0) return;
    isEmpty = false;
    await context.io.stdout.write(safe`${join(lines, safe`\n`)}\n`);
  };
  for await (const chunk of chunks) await write(sanitizer.feed(chunk));
  await write(sanitizer.end());
  return isEmpty;
}
