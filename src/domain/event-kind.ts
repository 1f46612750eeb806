import { type EventType, eventTypes, statuses } from '../contract/index.js';
import { createVocabulary } from '../contract/vocabulary/words.js';

/** Ends of a stage that the API's document does not name but that servers send all the same. */
const stageEnds = createVocabulary({
  StageFailed: ['AşamaBaşarısız', 'ステージ失敗'],
  StageCancelled: ['StageCanceled', 'Aşamaİptal', 'ステージキャンセル'],
});

export type EventKind = EventType | (typeof stageEnds.words)[number];

/** What is read of an event, past or expected. */
export interface StageEvent {
  eventType?: string | null | undefined;
  description?: string | null | undefined;
  details?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What an event is. A stage that "completed" with the status Failed has failed. `undefined` for an unknown type. */
export function eventKind(event: StageEvent): EventKind | undefined {
  const kind = eventTypes.canonical(event.eventType) ?? stageEnds.canonical(event.eventType);
  if (kind !== 'StageCompleted') return kind;
  const status = statuses.canonical(textOf(event.details?.['status']));
  if (status === 'Failed') return 'StageFailed';
  return status === 'Cancelled' ? 'StageCancelled' : kind;
}

/** The name of the stage that an event tells of, where it says so. */
export function stageName(event: StageEvent): string | undefined {
  const name = textOf(event.details?.['stageName'])?.trim();
  return name === '' ? undefined : name;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
