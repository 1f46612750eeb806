import { LOG_LIMIT_DEFAULT, type LogEntry, type LogsBody } from '../../contract/index.js';
import type { LogsQuestion } from '../ports.js';

/** How many entries are asked for at a time, so that a long log neither fills the memory nor holds others up. */
const PAGE = 500;

/**
 * A log as text, a line an entry, some entries at a time. The first page is read at once, so that a job that is not
 * there is told of before anything is sent.
 */
export function rawLog(
  question: LogsQuestion,
  ask: (question: LogsQuestion) => LogsBody,
): Iterable<string> {
  const limit = question.limit ?? LOG_LIMIT_DEFAULT;
  return pages(ask({ ...question, limit: Math.min(limit, PAGE) }), limit, (left, afterSequence) =>
    ask({ ...question, limit: Math.min(left, PAGE), afterSequence }),
  );
}

function* pages(
  first: LogsBody,
  limit: number,
  next: (left: number, afterSequence: number) => LogsBody,
): Generator<string> {
  let left = limit;
  for (let page = first; ; ) {
    if (page.logs.length > 0) yield page.logs.map(rawLine).join('');
    left -= page.logs.length;
    const isLast = left <= 0 || page.logs.length < PAGE || page.nextSequence == null;
    if (isLast) return;
    page = next(left, page.nextSequence ?? 0);
  }
}

/** An entry in one line: its time, level, component, message, and its details as JSON. */
export function rawLine({ timestamp, level, component, message, details }: LogEntry): string {
  const hasDetails = details != null && Object.keys(details).length > 0;
  const parts = [
    timestamp,
    level ?? 'INFO',
    component == null ? undefined : `[${oneLine(component)}]`,
    oneLine(message ?? ''),
    hasDetails ? JSON.stringify(details) : undefined,
  ];
  return `${parts.filter((part) => part !== undefined).join(' ')}\n`;
}

/** Line ends are written as they are in JSON: whoever reads by the line gets an entry a line. */
const oneLine = (text: string): string => text.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
