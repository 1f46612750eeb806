import type { MetricsBody } from '../../contract/index.js';
import type { SeenEvent } from '../../domain/events/job-event.js';
import type { JobState } from '../../domain/events/watch-state.js';
import type { Client } from '../types.js';
import type { Ask, Asking } from './ask.js';
import type { Parts } from './parts.js';
import type { WatchControls, WatchPanel } from './types.js';

/** What panels are read with. */
export interface PanelTools {
  client: Pick<Client, WatchPanel>;
  controls: Pick<WatchControls, 'panels'>;
  ask: Ask;
  parts: Parts;
  /** The job as it is known now: every event that was told is in it. */
  job: () => JobState;
}

type Panels = Pick<SeenEvent, WatchPanel>;

/** The panels that are on and have changed, and what went wrong with one of them that a wait may mend. */
export async function readPanels(
  { client, controls, ask, parts, job }: PanelTools,
  signal: AbortSignal | undefined,
): Promise<{ panels: Panels; trouble?: { error: unknown } }> {
  const panels: Panels = {};
  const known = job();
  const { jobId } = known;
  const on = controls.panels();
  const put = async <P extends WatchPanel>(
    panel: P,
    asking: Asking<NonNullable<Panels[P]>>,
  ): Promise<void> => {
    if (!on.has(panel)) return;
    const answer = await parts.read(panel, () => ask(asking, signal));
    if (answer !== undefined && answer.body !== known[panel]) panels[panel] = answer.body;
  };
  try {
    await put('metrics', (how) => client.metrics(jobId, {}, how));
    await put('timeline', (how) => client.timeline(jobId, {}, how));
    await put('dependencies', (how) => client.dependencies(jobId, how));
  } catch (error) {
    return { panels, trouble: { error } };
  }
  return { panels };
}

/** The figures that a job had before it was watched, by the minute. */
export async function readPast(
  { client, ask, parts, job }: PanelTools,
  hasEnded: boolean,
  signal: AbortSignal | undefined,
): Promise<MetricsBody | undefined> {
  const { jobId } = job();
  try {
    const read = await parts.read('metrics', () =>
      ask((how) => client.metrics(jobId, { interval: '1m', includeHistory: true }, how), signal),
    );
    return read?.body;
  } catch (error) {
    if (hasEnded && signal?.aborted !== true) return undefined;
    throw error;
  }
}
