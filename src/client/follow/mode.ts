import type { Level } from '../../contract/index.js';
import type { RawPage } from '../log-page.js';
import type { SequencePlace } from './sequence-place.js';
import type { Reading } from './types.js';

/** A way of reading on in a log. */
export interface Mode {
  /** Reads on; `first` is an answer that is there already. A reading that rejects has moved nothing. */
  read(first?: RawPage): Promise<ModeReading>;
  /** The threshold is another one from here on; this is the one that it was. */
  levelChanged(before: Level): void;
}

/** What was read, and where to begin in another way when this one has come to its end. */
export interface ModeReading {
  reading: Reading;
  next?: ModeStart;
}

export type ModeStart = { by: 'sequence'; place: SequencePlace } | { by: 'time'; place: TimePlace };

/** Where reading by time begins. */
export interface TimePlace {
  /** Nothing older is asked for. The whole log where it is left out. */
  fromMs?: number;
  /** Everything up to here was told, or left out, in another way: it is not told. */
  passedMs?: number;
}
