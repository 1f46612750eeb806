import { EXAMPLE_NOW_MS } from '../../helpers/look.js';
import { median } from '../shared/pairs.mjs';
import { createBusyWatch } from './busy-watch.js';

/*
 * How long `watch` takes from an answer to the terminal, in the middle of many frames; and how many bytes a frame
 * takes when nothing but a second has passed.
 */

const WARMING = 100;
const FRAMES = 400;
const CLOCK_FRAMES = 60;
const large = { columns: 200, rows: 50 };

async function frames(): Promise<{ frameMs: number; processorMs: number }> {
  const watch = await createBusyWatch({ ...large, isFullscreen: false });
  const times: number[] = [];
  const processor: number[] = [];
  for (let frame = 0; frame < WARMING + FRAMES; frame += 1) {
    const before = process.cpuUsage();
    const beganMs = performance.now();
    watch.move();
    await watch.paint(EXAMPLE_NOW_MS + frame * 2_000);
    times.push(performance.now() - beganMs);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1_000);
  }
  const [frameMs = Number.NaN, processorMs = Number.NaN] = [times, processor].map((all) =>
    median(all.slice(WARMING)),
  );
  return { frameMs, processorMs };
}

async function clockBytes(isFullscreen: boolean): Promise<{ usual: number; most: number }> {
  const watch = await createBusyWatch({ ...large, isFullscreen });
  await watch.paint(EXAMPLE_NOW_MS + 1_000);
  const bytes: number[] = [];
  for (let second = 2; second < 2 + CLOCK_FRAMES; second += 1) {
    bytes.push(await watch.paint(EXAMPLE_NOW_MS + second * 1_000));
  }
  return { usual: median(bytes), most: Math.max(...bytes) };
}

const inline = await clockBytes(false);
const fullscreen = await clockBytes(true);
process.stdout.write(
  JSON.stringify({
    ...(await frames()),
    clockBytes: Math.max(inline.usual, fullscreen.usual),
    mostClockBytes: Math.max(inline.most, fullscreen.most),
  }),
);
