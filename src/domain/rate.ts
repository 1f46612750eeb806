import { readQuantity } from '../contract/index.js';
import { parseFigure } from './size.js';

/**
 * A rate such as "1250 records/second" in records a second. `undefined` when it is no such rate, or when its number
 * could be read in two ways ("1,250").
 */
export function parseRate(display: string | null | undefined): number | undefined {
  const [part, more] = readQuantity(display ?? '') ?? [];
  const isRate = part?.unit === 'recordsPerSecond' && more === undefined;
  return isRate ? parseFigure(part.figure) : undefined;
}
