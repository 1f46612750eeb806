import { createAlarm } from './alarm.js';
import { oneLineEach } from './canvas.js';
import { createPainter } from './painter.js';
import { nextFrameMs, SETTLING_MS, tickOf } from './schedule.js';
import type { RunLive } from './types.js';

const TICK_MS = 1_000;

/** See {@link RunLive}. */
export const runLive: RunLive = (
  machine,
  { draw, onKey, tickMs = TICK_MS, fullscreen = false },
) => {
  const { clock, terminal, environment, undoable } = machine;
  const painter = createPainter(machine.io.stdout, undoable, { fullscreen, environment });
  const alarm = createAlarm(clock);
  let isOver = false;
  let isHidden = !terminal.isInFront();
  let isAsked = true;
  let lastMs: number | undefined;
  let settlesMs = 0;
  let shown: ReturnType<typeof draw>['lines'] = [];

  const invalidate = (): void => {
    isAsked = true;
    alarm.ring();
  };
  const printAbove: typeof painter.printAbove = (lines) => {
    if (isOver) return;
    painter.printAbove(lines);
    invalidate();
  };
  const paint = async (): Promise<void> => {
    lastMs = clock.now();
    isAsked = false;
    const { lines, ...marks } = draw({ ...painter.room(), nowMs: tickOf(lastMs, tickMs) });
    shown = lines;
    await painter.paint(lines, marks);
  };
  const loop = async (): Promise<void> => {
    while (!isOver) {
      const nowMs = clock.now();
      const schedule = { nowMs, lastMs, tickMs, isAsked, settlesMs };
      const waitMs = isHidden ? Number.POSITIVE_INFINITY : nextFrameMs(schedule) - nowMs;
      if (waitMs > 0) await alarm.sleep(waitMs);
      else await paint();
    }
  };
  const endings = [
    terminal.divertNotes((text) => printAbove(oneLineEach([text]))),
    terminal.onResize(() => {
      settlesMs = clock.now() + SETTLING_MS;
      invalidate();
    }),
    terminal.onPause({
      stopping: () => {
        isHidden = true;
        painter.suspend();
      },
      continued: (isInFront) => {
        isHidden = !isInFront;
        painter.resume();
        invalidate();
      },
    }),
    ...(onKey === undefined ? [] : [terminal.onKey(onKey)]),
  ];
  // Whoever draws may need the view that is being made here.
  const over = Promise.resolve().then(loop);
  return {
    invalidate,
    printAbove,
    ring: () => {
      painter.ring();
      invalidate();
    },
    end: async (lines) => {
      if (isOver) return;
      isOver = true;
      alarm.ring();
      for (const end of endings) end();
      await over;
      await painter.end(lines ?? shown);
    },
  };
};
