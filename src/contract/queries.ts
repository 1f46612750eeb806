import * as v from 'valibot';
import {
  type BatchParams,
  batchStatuses,
  type EventsParams,
  type LogsParams,
  type MetricsParams,
  metricsGroups,
  metricsIntervals,
  type TimelineParams,
} from './endpoints.js';
import { JOB_IDS_MAX, LOG_LIMIT_MAX, LOG_WAIT_MAX_SECONDS } from './limits.js';
import { toUtc } from './utc-time.js';
import { granularities } from './vocabulary/events.js';
import { levels } from './vocabulary/levels.js';
import { statuses } from './vocabulary/statuses.js';

/*
 * What the GET endpoints can be asked, read from the text of a query. The message of every issue ends the sentence
 * "The parameter …" and says what is allowed. Words of the API are taken in any spelling that means them.
 */

/** A query as it came: each parameter's text. */
export type QueryText = Readonly<Record<string, string>>;

/** How a query is read, and the parameters that it knows. */
export interface Query<Params> {
  /** One schema a parameter; what it ends in is what is allowed. */
  parameters: Readonly<Record<string, v.GenericSchema<string, unknown>>>;
  schema: v.GenericSchema<QueryText, Params>;
}

const oneOf = <const Word extends string>(
  words: readonly Word[],
  canonical: (text: string) => string | undefined = (text) => text.trim().toLowerCase(),
) =>
  v.pipe(
    v.string(),
    v.transform((text) => canonical(text) ?? text),
    v.picklist(words, `must be one of ${words.join(', ')}`),
  );

function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER) {
  const isOpen = most === Number.MAX_SAFE_INTEGER;
  const rule = `must be a whole number${isOpen ? `, ${least} or more` : ` from ${least} to ${most}`}`;
  return v.pipe(
    v.string(),
    v.transform((text) => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN)),
    v.number(rule),
    v.integer(rule),
    v.minValue(least, rule),
    v.maxValue(most, rule),
  );
}

const flags: Readonly<Record<string, boolean>> = { true: true, false: false };

const Flag = v.pipe(
  v.string(),
  v.transform((text) => flags[text.trim().toLowerCase()]),
  v.boolean('must be true or false'),
);

const Time = v.pipe(
  v.string(),
  v.transform(toUtc),
  v.string('must be a time in ISO 8601, such as 2024-01-20T10:30:00Z'),
  v.isoTimestamp(),
);

/** A comma list without its empty places and repetitions. */
const toList = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((item) => item.trim().toLowerCase())
      .filter((item) => item !== ''),
  ),
];

const listOf = <const Item extends v.GenericSchema<string, unknown>>(item: Item, most: number) =>
  v.pipe(
    v.string(),
    v.transform(toList),
    v.array(item),
    v.minLength(1, 'must name at least one'),
    v.maxLength(most, `must name ${most} at most`),
  );

const logsParameters = {
  level: oneOf(levels.words, levels.canonical),
  fromTime: Time,
  toTime: Time,
  limit: wholeNumber(1, LOG_LIMIT_MAX),
  format: oneOf(['structured', 'raw']),
  afterSequence: wholeNumber(0),
  wait: wholeNumber(0, LOG_WAIT_MAX_SECONDS),
};

/** The query of `GET …/logs`; its times come out in UTC. */
export const logsQuery: Query<LogsParams> = {
  parameters: logsParameters,
  schema: v.object(optionals(logsParameters)),
};

const timelineParameters = {
  includeSubEvents: Flag,
  granularity: oneOf(granularities.words, granularities.canonical),
  afterSequence: wholeNumber(0),
};

/** The query of `GET …/timeline`. */
export const timelineQuery: Query<TimelineParams & { afterSequence?: number }> = {
  parameters: timelineParameters,
  schema: v.object(optionals(timelineParameters)),
};

const metricsParameters = {
  interval: oneOf(metricsIntervals),
  metrics: listOf(
    v.picklist(metricsGroups, `must be one of ${metricsGroups.join(', ')}`),
    metricsGroups.length,
  ),
  includeHistory: Flag,
};

/** The query of `GET …/metrics`. */
export const metricsQuery: Query<MetricsParams> = {
  parameters: metricsParameters,
  schema: v.object(optionals(metricsParameters)),
};

const batchParameters = {
  jobIds: listOf(v.pipe(v.string(), v.uuid('must be a GUID')), JOB_IDS_MAX),
  status: oneOf(batchStatuses, statuses.canonical),
  submittedBy: v.pipe(v.string(), v.maxLength(200, 'must have 200 characters at most')),
  includeMetrics: Flag,
  refreshInterval: wholeNumber(1),
};

/** The query of `GET /tracking/batch`. */
export const batchQuery: Query<BatchParams> = {
  parameters: batchParameters,
  schema: v.pipe(
    v.object(optionals(batchParameters)),
    v.transform(({ refreshInterval: refreshIntervalSeconds, ...params }) =>
      refreshIntervalSeconds === undefined ? params : { ...params, refreshIntervalSeconds },
    ),
  ),
};

const eventsParameters = {
  subscriptionId: v.pipe(v.string(), v.maxLength(200, 'must have 200 characters at most')),
  afterSequence: wholeNumber(0),
};

/** The query of the socket of events. */
export const eventsQuery: Query<EventsParams> = {
  parameters: eventsParameters,
  schema: v.object(optionals(eventsParameters)),
};

type Optionals<Entries extends Record<string, v.GenericSchema>> = {
  [Name in keyof Entries]: v.ExactOptionalSchema<Entries[Name], undefined>;
};

/** Every parameter may be left out. */
function optionals<Entries extends Record<string, v.GenericSchema>>(
  entries: Entries,
): Optionals<Entries> {
  const pairs = Object.entries(entries).map(([name, entry]) => [name, v.exactOptional(entry)]);
  return Object.fromEntries(pairs) as Optionals<Entries>;
}
