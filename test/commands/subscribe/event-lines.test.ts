import { describe, expect, test } from 'vitest';
import { eventLines } from '../../../src/commands/subscribe/event-lines.js';
import type { SubscriptionEvent } from '../../../src/contract/index.js';
import { testLook } from '../../helpers/look.js';

const at = (type: string, second: number, data: SubscriptionEvent['data']): SubscriptionEvent => ({
  id: `evt-${second}`,
  type,
  jobId: 'cc0e8400-e29b-41d4-a716-446655440000',
  jobName: 'Customer Journey Analysis',
  timestamp: `2024-01-20T10:41:${second}Z`,
  sequence: second,
  data,
});

const events: readonly SubscriptionEvent[] = [
  at('stageStarted', 10, { stageName: 'Process Discovery', recordCount: 192_850 }),
  at('progressUpdate', 11, {
    stageName: 'Process Discovery',
    progress: 40,
    recordsProcessed: 77_140,
  }),
  at('warning', 12, {
    stageName: 'Process Discovery',
    message: 'Found 125 records with missing timestamps',
    action: 'Timestamp inferred from surrounding events',
  }),
  at('error', 13, { message: 'disk \u001b]0;x\u0007full', component: 'Writer' }),
  at('debug', 14, { message: 'cache warm' }),
  at('jobCompleted', 15, { status: 'Failed', message: 'exit code 3', exitCode: 3 }),
];

async function lines(options: Parameters<typeof testLook>[0]): Promise<string> {
  const look = await testLook(options);
  return `\n${events.flatMap((event) => eventLines(event, look)).join('\n')}\n`;
}

describe('the events of a job', () => {
  test('on a terminal of 80 columns', async () => {
    expect(await lines({ terminal: true, width: 80 })).toMatchInlineSnapshot(`
      "
      10:41:10  ▶ Stage started    Process Discovery  recordCount 192,850
      10:41:11  • Progress         Process Discovery  40%  recordsProcessed 77,140
      10:41:12  ▲ Warning          Process Discovery
                                   Found 125 records with missing timestamps
                                   action Timestamp inferred from surrounding events
      10:41:13  ✗ Error            disk full  component Writer
      10:41:14  • Debug            cache warm
      10:41:15  ✗ Job failed       exit code 3  status Failed  exitCode 3
      "
    `);
  });

  test('on one of 40', async () => {
    expect(await lines({ terminal: true, width: 40 })).toMatchInlineSnapshot(`
      "
      10:41:10  ▶ Stage started
        Process Discovery  recordCount 192,850
      10:41:11  • Progress
        Process Discovery  40%
        recordsProcessed 77,140
      10:41:12  ▲ Warning
        Process Discovery
        Found 125 records with missing
        timestamps
        action Timestamp inferred from
        surrounding events
      10:41:13  ✗ Error
        disk full  component Writer
      10:41:14  • Debug
        cache warm
      10:41:15  ✗ Job failed
        exit code 3  status Failed  exitCode 3
      "
    `);
  });

  test('in Japanese', async () => {
    expect(await lines({ terminal: true, width: 80, language: 'ja' })).toMatchInlineSnapshot(`
      "
      10:41:10  ▶ ステージ開始     Process Discovery  recordCount 192,850
      10:41:11  • 進捗             Process Discovery  40%  recordsProcessed 77,140
      10:41:12  ▲ 警告             Process Discovery
                                   Found 125 records with missing timestamps
                                   action Timestamp inferred from surrounding events
      10:41:13  ✗ エラー           disk full  component Writer
      10:41:14  • デバッグ         cache warm
      10:41:15  ✗ ジョブ失敗       exit code 3  status Failed  exitCode 3
      "
    `);
  });

  test('in a pipe', async () => {
    expect(await lines({ terminal: false })).toMatchInlineSnapshot(`
      "
      2024-01-20T10:41:10Z  Stage started  Process Discovery  recordCount 192,850
      2024-01-20T10:41:11Z  Progress  Process Discovery  40%  recordsProcessed 77,140
      2024-01-20T10:41:12Z  Warning  Process Discovery  Found 125 records with missing timestamps  action Timestamp inferred from surrounding events
      2024-01-20T10:41:13Z  Error  disk full  component Writer
      2024-01-20T10:41:14Z  Debug  cache warm
      2024-01-20T10:41:15Z  Job failed  exit code 3  status Failed  exitCode 3
      "
    `);
  });
});
