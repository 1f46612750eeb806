import type { Finding } from './delivery.js';
import { parseJsonLine } from './json-line.js';
import { levelOfLine } from './line-level.js';
import { createLineSplitter, LINE_LIMIT_BYTES, type OutputLine } from './line-splitter.js';
import { parseMarker } from './marker.js';
import { createOscScanner } from './osc-progress.js';
import { plainText } from './plain-text.js';
import { createRepaintFilter } from './repaint.js';

/** Reads what one command writes. */
export interface Observer {
  /** A reader of one of its streams: gets its bytes in any pieces, and is told of its end. */
  stream(): { feed(bytes: Uint8Array): void; end(): void };
}

/** What an observer is made from. */
export interface ObserverParts {
  /** Whose lines these are where a line does not say itself. */
  component: string;
  now: () => number;
  tell: (finding: Finding) => void;
}

/**
 * Turns output into findings: log entries with their levels, stages, progress. Lines without any text are no
 * entries, and marker lines are what they report and nothing else.
 */
export function createObserver({ component, now, tell }: ObserverParts): Observer {
  const startMs = now();
  let stage: string | undefined;
  let lastPercent: number | undefined;

  const tellMarked = (findings: readonly Finding[]): void => {
    for (const finding of findings) {
      if (finding.type === 'stage') {
        stage = (finding.state ?? 'started') === 'started' ? finding.stageName : undefined;
      }
      tell({ ...finding, time: isoTime(now()) });
    }
  };
  const tellEntry = (text: string): void => {
    const json = parseJsonLine(text);
    const nowMs = now();
    const ownMs = json?.timeMs ?? nowMs;
    // A time outside of the run is an old log that is shown again, or another clock.
    const timeMs = ownMs >= startMs - 1_000 && ownMs <= nowMs + 1_000 ? ownMs : nowMs;
    tell({
      type: 'log',
      time: isoTime(timeMs),
      level: json?.level ?? levelOfLine(text),
      component: json?.component ?? component,
      ...(stage === undefined ? {} : { stage }),
      message: (json?.message ?? text).slice(0, LINE_LIMIT_BYTES),
      ...(json === undefined || Object.keys(json.details).length === 0
        ? {}
        : { details: json.details }),
    });
  };
  const tellPercent = (percent: number): void => {
    if (percent === lastPercent) return;
    lastPercent = percent;
    tell({ type: 'progress', percent, time: isoTime(now()) });
  };

  return {
    stream: () => {
      const decoder = new TextDecoder();
      const lines = createLineSplitter();
      const scanProgress = createOscScanner();
      const isNew = createRepaintFilter();
      const read = (line: OutputLine): void => {
        const text = plainText(line.text).trimEnd();
        if (!isNew(line, text) || text === '') return;
        const marked = text.includes('::jobtrack') ? parseMarker(text) : undefined;
        if (marked === undefined) tellEntry(text);
        else tellMarked(marked);
      };
      const take = (text: string): void => {
        for (const line of lines.feed(text)) read(line);
        for (const percent of scanProgress(text)) tellPercent(percent);
      };
      return {
        feed: (bytes) => take(decoder.decode(bytes, { stream: true })),
        end: () => {
          take(decoder.decode());
          for (const line of lines.end()) read(line);
        },
      };
    },
  };
}

const isoTime = (ms: number): string => new Date(ms).toISOString();
