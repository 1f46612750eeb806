import { type EventKind, eventKind, type StageEvent } from '../../domain/event-kind.js';
import type { Look } from '../../render/look.js';
import type { SafeText } from '../../render/safe-text.js';
import type { Symbols } from '../../render/symbols.js';
import type { Paint, Theme } from '../../render/theme.js';

type SignName = {
  [Name in keyof Symbols]: Symbols[Name] extends SafeText ? Name : never;
}[keyof Symbols];

const LOOKS: Record<EventKind, readonly [sign: SignName, paint: keyof Theme]> = {
  JobStarted: ['running', 'active'],
  StageStarted: ['laneOpen', 'active'],
  StageCompleted: ['done', 'good'],
  StageFailed: ['failed', 'bad'],
  StageCancelled: ['cancelled', 'caution'],
  Milestone: ['milestone', 'accent'],
  Warning: ['warning', 'caution'],
  Error: ['error', 'bad'],
  Progress: ['bullet', 'active'],
  JobCompleted: ['done', 'good'],
  JobFailed: ['failed', 'bad'],
  JobCancelled: ['cancelled', 'caution'],
};

/** The sign of an event and its colour. */
export interface EventLook {
  sign: SafeText;
  paint: Paint;
}

/** How an event is marked; one of an unknown type has a plain bullet. */
export function eventLook(event: StageEvent, { symbols, theme }: Look): EventLook {
  const kind = eventKind(event);
  const [sign, paint] = kind === undefined ? (['bullet', 'plain'] as const) : LOOKS[kind];
  return { sign: symbols[sign], paint: theme[paint] };
}
