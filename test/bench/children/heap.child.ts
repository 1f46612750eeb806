import { EXAMPLE_NOW_MS } from '../../helpers/look.js';
import { createBusyWatch } from './busy-watch.js';

/*
 * How much the heap of a watch grows with each refresh, once the first half of them is over: by least squares over
 * figures that are taken after everything was collected.
 */

const MEASURES = 40;
const refreshes = Number(process.argv[2]);

const watch = await createBusyWatch({ columns: 80, rows: 24, isFullscreen: false });
const heap: [refresh: number, bytes: number][] = [];
for (let refresh = 1; refresh <= refreshes; refresh += 1) {
  watch.move();
  await watch.paint(EXAMPLE_NOW_MS + refresh * 2_000);
  if (refresh % (refreshes / MEASURES) !== 0) continue;
  globalThis.gc?.();
  heap.push([refresh, process.memoryUsage().heapUsed]);
}
const points = heap.slice(MEASURES / 2);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const [middle, level] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
const shared = points.reduce((sum, [x, y]) => sum + (x - middle) * (y - level), 0);
const spread = points.reduce((sum, [x]) => sum + (x - middle) ** 2, 0);
process.stdout.write(JSON.stringify({ bytesARefresh: shared / spread }));
