import { requireConnection } from '../../config/require.js';
import type { Settings } from '../../config/settings.js';
import type { Context } from '../../context.js';
import { isJobtrackError } from '../../errors/index.js';
import type { Probe } from '../../ports/probe.js';
import { type Check, checkNames, type Finding, findingOf, skipped } from './check.js';
import { checkApi } from './check-api.js';
import { checkRoad } from './check-road.js';
import { type Road, roadTo } from './road.js';

/** All checks, each as far as those before it allow. Rejects only when the program is to end early. */
export async function diagnose(context: Context, probe: Probe): Promise<Check[]> {
  const { clock, messages } = context;
  const startedMs = clock.now();
  const read = await attempt(context.settings);
  const finding =
    'error' in read ? findingOf(read.error, messages) : settingsFinding(read.value, context);
  const settings: Check = { name: 'settings', ...finding, durationMs: clock.now() - startedMs };
  const road = 'error' in read ? undefined : wayTo(read.value, context);
  if ('error' in read || road === undefined) {
    return [settings, ...skipped(checkNames.slice(1), messages.doctor.notReached('settings'))];
  }
  const isComplete = settings.state !== 'failed';
  return [
    settings,
    ...(await context.waiting(network(read.value, road, isComplete, context, probe))),
  ];
}

async function network(
  settings: Settings,
  road: Road,
  isComplete: boolean,
  context: Context,
  probe: Probe,
): Promise<Check[]> {
  const { clock, signal, messages } = context;
  const { notReached } = messages.doctor;
  const hasToken = settings.token.value !== undefined;
  const limits = { timeoutMs: settings.requestTimeout.value, signal };
  const checks = await checkRoad(road, { probe, limits, clock, words: messages.doctor, hasToken });
  signal.throwIfAborted();
  const stopped = checks.find(({ state }) => state === 'failed')?.name;
  const missing = stopped ?? (isComplete ? undefined : 'settings');
  if (missing !== undefined) {
    return [...checks, ...skipped(['token', 'request', 'clock'], notReached(missing))];
  }
  const { client } = context;
  const jobId = settings.job.value;
  return [...checks, ...(await checkApi({ client, clock, signal, messages, jobId, hasToken }))];
}

function settingsFinding(settings: Settings, { messages, environment }: Context): Finding {
  try {
    const { url } = requireConnection(settings);
    roadTo(new URL(url), environment);
    return { state: 'ok', detail: url };
  } catch (error) {
    return findingOf(error, messages);
  }
}

/** The way to the API, as soon as there is an address: the network can be checked before the ids are known. */
function wayTo(settings: Settings, { environment }: Context): Road | undefined {
  if (settings.url.value === undefined) return undefined;
  try {
    return roadTo(new URL(settings.url.value), environment);
  } catch (error) {
    if (isJobtrackError(error)) return undefined;
    throw error;
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}
