import type { UpcomingEvent, UpcomingEventType } from '../../contract/index.js';
import type { Wording } from '../wording/wording.js';
import type { Outlook } from './outlook.js';
import { estimateText } from './time-text.js';

/**
 * What is expected of a job, in order: that the stage that runs completes, that those to come start, and that the job
 * is done. What has no estimate is left out.
 */
export function upcomingEvents(
  { plan, estimates }: Outlook,
  jobEndMs: number | undefined,
  words: Wording,
): UpcomingEvent[] {
  const upcoming = (type: UpcomingEventType, timeMs: number | undefined, stageName = '') => {
    const estimatedTime = estimateText(timeMs);
    if (estimatedTime === undefined) return [];
    return [{ estimatedTime, eventType: type, description: words.upcoming[type](stageName) }];
  };
  return [
    ...plan.flatMap(({ name, status }, index) =>
      status === 'Running'
        ? upcoming('StageCompletion', estimates[index]?.endMs, name)
        : upcoming('StageStart', estimates[index]?.startMs, name),
    ),
    ...upcoming('JobCompletion', jobEndMs),
  ];
}
