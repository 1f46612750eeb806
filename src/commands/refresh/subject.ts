import type { ReadOptions } from '../../client/types.js';
import type { Look } from '../../render/look.js';
import type { SafeText } from '../../render/safe-text.js';

/** One look at what is shown again and again. */
export interface Glimpse<Body> {
  body: Body;
  /** The statuses of the jobs that are shown. */
  statuses: readonly (string | null | undefined)[];
  /** The moment of the body by the server's clock, in milliseconds since 1970, where the server said it. */
  serverTimeMs: number | undefined;
}

/** When and where something is shown. Moments are the server's, in milliseconds since 1970. */
interface ViewedAt {
  nowMs: number;
  /** When the server said what is shown. */
  seenMs: number;
  rows: number;
}

/** What a command shows, so that it can be shown again and again. */
export interface Subject<Body> {
  /** Looks once, with these options for each request. Rejects with a JobtrackError. */
  look(how: ReadOptions): Promise<Glimpse<Body>>;
  /** The lines of it. There is room for `rows` of them; more of them are cut off. */
  view(body: Body, at: ViewedAt, look: Look): readonly SafeText[];
  /** Says on stderr what the view does not show, once, after the first look. */
  remark?(body: Body): Promise<void>;
}
