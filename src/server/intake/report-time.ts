import { instant } from '../../domain/instant.js';

/**
 * When something that was reported happened, in milliseconds since 1970: as the reporter says, but not before the
 * job was registered and not after the report arrived, whatever the reporter's clock shows. A time that is left out
 * or can't be read is the time of arrival.
 */
export function reportTime(
  given: string | undefined,
  job: { createdAtMs: number },
  nowMs: number,
): number {
  const timeMs = instant(given) ?? nowMs;
  return Math.min(Math.max(timeMs, job.createdAtMs), Math.max(nowMs, job.createdAtMs));
}
