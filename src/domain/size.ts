import { readQuantity, type Unit } from '../contract/index.js';

const BYTES: Partial<Record<Unit, number>> = {
  bytes: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/**
 * A size such as "2.3 GB", "890 MB" or "2,3 GB" in bytes, for telling what share of another size it is; KB to TB
 * count in thousands. `undefined` when it is no size, or when its number could be read in two ways ("1,250 MB").
 */
export function parseSize(display: string | null | undefined): number | undefined {
  const [part, more] = readQuantity(display ?? '') ?? [];
  const unitBytes = part && more === undefined ? BYTES[part.unit] : undefined;
  const figure = part && parseFigure(part.figure);
  return unitBytes === undefined || figure === undefined ? undefined : figure * unitBytes;
}

/** A number that a server wrote with a point or a comma; `undefined` when it could be read in two ways. */
export function parseFigure(text: string): number | undefined {
  if (/^\d{1,15}(?:\.\d{1,9})?$/.test(text)) return Number(text);
  if (/^\d{1,15},(?:\d{1,2}|\d{4,9})$/.test(text)) return Number(text.replace(',', '.'));
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text))
    return Number(text.replaceAll('.', '').replace(',', '.'));
  return undefined;
}

/** What share `part` is of `whole`, from 0 to 100 (more when it is more); `undefined` unless both are known and there is a whole. */
export function share(
  part: number | null | undefined,
  whole: number | null | undefined,
): number | undefined {
  if (part == null || whole == null || !(whole > 0)) return undefined;
  const percentage = (part / whole) * 100;
  return Number.isFinite(percentage) ? percentage : undefined;
}
