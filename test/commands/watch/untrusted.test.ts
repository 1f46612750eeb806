import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNdjsonTeller } from '../../../src/commands/watch/ndjson.js';
import { createPlainTeller } from '../../../src/commands/watch/plain/teller.js';
import { createScene } from '../../../src/commands/watch/scene.js';
import { tellAll } from '../../../src/commands/watch/tell.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { fakeContext } from '../../helpers/fake-context.js';
import { createHandClock } from '../../helpers/hand-clock.js';
import { hostileCorpus } from '../../helpers/hostile-corpus.js';
import { hostileText } from '../../helpers/hostile-text.js';
import { controlBytes } from '../../helpers/no-control-bytes.js';
import { at, event, JOB, OTHER } from './events.js';

/** A watch in which every text is what an attacker would write there. */
function poisoned(text: string, jobId: string): JobEvent[] {
  const time = '2024-01-20T10:30:00Z';
  const entry = { timestamp: text, level: text, component: text, stage: text, message: text };
  const refusal = new JobtrackError('REQUEST_REFUSED', { status: 400, detail: text });
  const stage = { stageName: text, status: text, startTime: time, metrics: { [text]: text } };
  return [
    event('seen', '10:30:00', {
      jobId,
      progress: {
        jobName: text,
        status: text,
        overallProgress: { startTime: time, estimatedRemaining: text },
        stages: [stage, { ...stage, status: 'Running' }],
        currentActivity: { component: text, operation: text, details: text },
        resourceUsage: { memoryUsage: text, diskUsage: text, networkIO: text },
        reason: text,
      },
      missing: { logs: refusal },
    }),
    event('status', '10:30:00', {
      jobId,
      status: text,
      previous: text,
      jobName: text,
      reason: text,
    }),
    event('stage', '10:30:00', { jobId, stageName: text, status: text }),
    event('progress', '10:30:00', { jobId, stageName: text, percentage: 5 }),
    event('log', '10:30:00', { jobId, entry: { ...entry, details: { [text]: { deep: text } } } }),
    event('gap', '10:30:00', { jobId, reason: 'restarted', fromTime: text, toTime: text }),
    event('stale', '10:30:00', {
      ageMs: undefined,
      nextTryMs: at('10:30:02'),
      cause: 'not-understood',
      error: refusal,
    }),
    event('verdict', '10:30:04', {
      jobId,
      state: text,
      exitCode: 1,
      jobs: [{ jobId, jobName: text, state: text }],
      overallEfficiency: text,
      slowestStage: { stageName: text, durationMs: 1 },
      failedStage: text,
      reason: text,
      lastErrors: [entry],
    }),
  ];
}

type Form = 'lines' | 'objects' | 'screen';

/** What comes out of it, in one of the three forms, in all colours. */
async function shown(text: string, form: Form, jobIds: readonly string[]): Promise<string> {
  const { context, stdout } = await fakeContext({
    look: { terminal: form === 'screen', color: 3 },
  });
  const events = jobIds.flatMap((jobId) => poisoned(text, jobId));
  if (form === 'screen') {
    const panels = { logs: true, timeline: true, metrics: true, dependencies: true, help: false };
    const knobs = () => ({ intervalMs: 2_000, isPaused: false, panels });
    const scene = await createScene({ jobIds, knobs, isFullscreen: false, hasKeys: true }, context);
    const screens = events.map((each) => {
      scene.take(each);
      return scene.draw({ columns: 80, rows: 50, nowMs: at('10:30:04') });
    });
    const frames = screens.flatMap(({ lines, title = '' }) => [title, ...lines]);
    return [...frames, ...scene.last()].join('\n');
  }
  const stream = (async function* () {
    yield* events;
  })();
  const { io, messages } = context;
  const teller =
    form === 'lines'
      ? createPlainTeller(io.stdout, await context.look(), '')
      : createNdjsonTeller(io.stdout, messages);
  await tellAll({ jobIds, events: stream, clock: createHandClock() }, teller);
  return stdout();
}

const forms: readonly Form[] = ['lines', 'objects', 'screen'];

test.each(forms)('%s of a watch hold no control character but own colours', async (form) => {
  for (const { text } of hostileCorpus) {
    expect(controlBytes(await shown(text, form, [JOB]))).toEqual([]);
  }
  await fc.assert(
    fc.asyncProperty(hostileText, fc.constantFrom([JOB], [JOB, OTHER]), async (text, jobIds) => {
      expect(controlBytes(await shown(text, form, jobIds))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
