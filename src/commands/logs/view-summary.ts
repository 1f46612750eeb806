import type { LogsBody } from '../../contract/index.js';
import {
  countFrom,
  gravestFirst,
  type LevelCounts,
  serverCounts,
} from '../../domain/log-counts.js';
import { type Fact, factLine, flow } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { word } from '../../render/words.js';

/** Below the entries: how many are shown, how many the server counts, and how far the job is. */
export function summaryView(counts: LevelCounts, body: LogsBody, look: Look): SafeText[] {
  const lines = flow(countTexts(counts, body, look), look.width).map(look.theme.faint);
  return [...lines, ...factLine(jobFacts(body, look), look)];
}

function countTexts(counts: LevelCounts, { logsSummary }: LogsBody, look: Look): SafeText[] {
  const { formats, messages } = look;
  const count = countFrom('DEBUG', counts);
  const total = logsSummary?.totalEntries;
  const of = total == null ? undefined : formats.number(total);
  const shown = levelsText(counts, look, (levelCount) => levelCount > 0);
  const inAll = levelsText(serverCounts(logsSummary), look, () => true);
  const texts = count === 0 ? [] : [messages.logs.shown(count, formats.number(count), of, shown)];
  if (inAll !== '') texts.push(messages.logs.inAll(inAll));
  return texts.map(inline);
}

function levelsText(
  counts: Partial<LevelCounts>,
  look: Look,
  isTold: (count: number) => boolean,
): string {
  const { levelCount, comma } = look.messages.logs;
  return gravestFirst
    .flatMap((level) => {
      const count = counts[level];
      if (count === undefined || !isTold(count)) return [];
      return [levelCount[level](count, look.formats.number(count))];
    })
    .join(comma);
}

function jobFacts({ jobName, jobStatus, executionMetrics: metrics }: LogsBody, look: Look): Fact[] {
  const { formats, messages } = look;
  const labels = messages.logs.metrics;
  const fact = <T>(
    label: string,
    value: T | null | undefined,
    show: (value: T) => SafeText,
  ): Fact[] => (value == null ? [] : [[inline(label), show(value)]]);
  const percent = (value: number): SafeText => formats.percent(value);
  const stageProgress = metrics?.stageProgress;
  const stage = (name: string): SafeText =>
    join([inline(name), ...(stageProgress == null ? [] : [percent(stageProgress)])], safe` `);
  return [
    ...fact(jobName ?? '', jobStatus, (status) => word('status', status, messages)),
    ...fact(messages.logs.labels.stage, metrics?.currentStage, stage),
    ...fact(labels.overallProgress, metrics?.overallProgress, percent),
    ...fact(labels.processingRate, metrics?.processingRate, formats.quantity),
    ...fact(labels.memoryUsage, metrics?.memoryUsage, formats.quantity),
    ...fact(labels.cpuUsage, metrics?.cpuUsage, percent),
    ...fact(labels.estimatedCompletion, metrics?.estimatedCompletion, formats.when),
  ];
}
