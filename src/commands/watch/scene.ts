import type { Context, LookMoment } from '../../context.js';
import type { JobEvent } from '../../domain/events/job-event.js';
import { emptyWatch, reduceWatch } from '../../domain/events/reduce.js';
import type { WatchState } from '../../domain/events/watch-state.js';
import type { Frame, Screen } from '../../output/live/types.js';
import type { Look } from '../../render/look.js';
import type { SafeText } from '../../render/safe-text.js';
import { placeWords } from '../place-words.js';
import type { Knobs } from './keys.js';
import { eventLines } from './plain/lines.js';
import { verdictView } from './view/verdict.js';
import { watchView } from './view/view.js';
import { taskbarOf, titleOf } from './view/window.js';

/** What a live view shows: the jobs as they are known, the way that the knobs say. */
export interface Scene {
  watch(): WatchState;
  take(event: JobEvent): void;
  draw(screen: Screen): Frame;
  /** What of an event is to stand above the frame for good: of several jobs the log, for which no row has room. */
  above(event: JobEvent): SafeText[];
  /** What stays at the end: the last frame as it would be now, without what only a living one has, and the verdict. */
  last(): SafeText[];
}

/** What a scene is made of. */
export interface SceneParts {
  jobIds: readonly string[];
  knobs: () => Knobs;
  isFullscreen: boolean;
  hasKeys: boolean;
}

/** A scene of jobs of which nothing is known yet. */
export async function createScene(
  { jobIds, knobs, isFullscreen, hasKeys }: SceneParts,
  { io, clock, flags, looks: makeLooks }: Context,
): Promise<Scene> {
  const looks: (moment: LookMoment) => Look = await makeLooks();
  let watch = emptyWatch(jobIds);
  let size = { columns: io.stdout.columns() ?? 80, rows: (io.stdout.rows() ?? 25) - 1 };
  const lookAt = (machineMs: number): { nowMs: number; look: Look } => {
    const nowMs = machineMs + (watch.skewMs ?? 0);
    return { nowMs, look: looks({ nowMs, columns: size.columns }) };
  };
  const room = () => ({ ...knobs(), rows: Math.max(1, size.rows) });
  return {
    watch: () => watch,
    take: (event) => {
      watch = reduceWatch(watch, event);
    },
    draw: ({ columns, rows, nowMs: machineMs }) => {
      size = { columns, rows };
      const { nowMs, look } = lookAt(machineMs);
      const screen = { ...room(), nowMs, isFullscreen, keys: hasKeys };
      return {
        lines: watchView(watch, screen, look),
        title: titleOf(watch, look),
        taskbar: taskbarOf(watch),
      };
    },
    above: (event) => {
      const isAbove = jobIds.length > 1 && (event.type === 'log' || event.type === 'gap');
      if (!isAbove) return [];
      const { look } = lookAt(clock.now());
      return eventLines(event, { watch, look, place: placeWords(flags) });
    },
    last: () => {
      const { nowMs, look } = lookAt(clock.now());
      const { verdict } = watch;
      const end = verdict === undefined ? [] : verdictView(watch, verdict, look, placeWords(flags));
      const screen = { ...room(), nowMs, isFullscreen: false, keys: false };
      return [...watchView(watch, screen, look), ...end];
    },
  };
}
