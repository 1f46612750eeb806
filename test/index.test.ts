import { expect, test } from 'vitest';
import * as library from '../src/index.js';

test('the library is this list of names, and no other', () => {
  expect(Object.keys(library).sort()).toEqual([
    'JobtrackError',
    'LOG_LIMIT_DEFAULT',
    'LOG_LIMIT_MAX',
    'batchStatuses',
    'conditions',
    'createClient',
    'errorCodes',
    'eventTypes',
    'granularities',
    'isFinal',
    'isGuid',
    'isJobtrackError',
    'jobEvents',
    'levelRank',
    'levels',
    'metricsGroups',
    'metricsIntervals',
    'nodeTypes',
    'priorities',
    'ratings',
    'statuses',
    'subscriptionEvents',
    'trends',
    'upcomingEventTypes',
    'verifyWebhook',
    'watchJobs',
  ]);
});
