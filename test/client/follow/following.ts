import { createLogFollower } from '../../../src/client/follow/create-log-follower.js';
import type { PageSizes } from '../../../src/client/follow/line.js';
import type { FollowOptions, LogFollower, Reading } from '../../../src/client/follow/types.js';
import { JOB } from '../../helpers/test-client.js';
import type { FakeLog } from './fake-log.js';

export type Told = Reading['events'][number];

/** A follower of a log with small pages, so that a few entries are many. */
export const follow = (
  { client }: Pick<FakeLog, 'client'>,
  options: Partial<FollowOptions> = {},
  sizes: PageSizes = { byNumber: 10, byTime: 10 },
): LogFollower => createLogFollower({ client, jobId: JOB, level: 'DEBUG', ...options }, sizes);

/** Reads until there is no more, and answers what was told. */
export async function readAll(follower: LogFollower): Promise<Told[]> {
  const told: Told[] = [];
  for (;;) {
    const { events, hasMore } = await follower.read();
    told.push(...events);
    if (!hasMore) return told;
  }
}

/** What was told in short: messages, `late` behind those that are, and gaps with what is known of them. */
const inShort = (told: readonly Told[]): string[] =>
  told.map((event) => {
    if (event.type === 'log') return `${event.entry.message}${event.late ? ' late' : ''}`;
    const { type: _type, jobId: _jobId, atMs: _atMs, reason, ...borders } = event;
    return [`gap ${reason}`, ...Object.entries(borders).map((pair) => pair.join(' '))].join(', ');
  });

/** Reads until there is no more, in short. */
export const tell = async (follower: LogFollower): Promise<string[]> =>
  inShort(await readAll(follower));
