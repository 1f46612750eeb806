import type { Clock } from '../../ports/clock.js';
import type { CommandOutput, Running } from './running.js';

/** Takes a piece of output; resolves when there is room for more: with false when nobody wants any. */
export type Sink = (stream: CommandOutput['stream'], bytes: Uint8Array) => Promise<boolean>;

const LOOK_MS = 20;

/** How often in a row nothing may have come before a command that has ended has said everything. */
const QUIET_LOOKS = 10;

/** What somebody else goes on writing after the command's end is not the command's. */
const LOOKS_MAX = 250;

/**
 * Hands on all that a command writes, no faster than the sink takes it. Ends when every stream has ended; a stream
 * that the command left open to others, or a terminal, ends when the command has ended and nothing more comes.
 */
export async function pump(running: Running, sink: Sink, clock: Clock): Promise<void> {
  let waitsForSink = 0;
  let pieces = 0;
  let open = running.outputs.length;
  const read = async ({ stream, chunks }: CommandOutput): Promise<void> => {
    try {
      for await (const chunk of chunks) {
        pieces += 1;
        waitsForSink += 1;
        const isWanted = await sink(stream, chunk as Uint8Array).finally(() => {
          waitsForSink -= 1;
        });
        if (!isWanted) break;
      }
    } catch {
      // EIO is a terminal that nobody has open any more; the other end of these streams is no stranger's.
    }
    open -= 1;
  };
  const reading = Promise.all(running.outputs.map(read));
  await Promise.race([reading, running.exited]);
  await running.exited;
  for (let [looks, quiet, seen] = [0, 0, pieces]; open > 0; ) {
    await clock.sleep(LOOK_MS);
    if (waitsForSink > 0) continue;
    looks += 1;
    quiet = pieces === seen ? quiet + 1 : 0;
    seen = pieces;
    if (quiet >= QUIET_LOOKS || looks >= LOOKS_MAX) break;
  }
  for (const { chunks } of running.outputs) chunks.destroy();
  await reading;
  running.release();
}
