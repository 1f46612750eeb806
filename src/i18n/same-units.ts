import type { UnitMessages } from './areas/units.js';

const spaced =
  (unit: string) =>
  (_value: number, figure: string): string =>
    `${figure} ${unit}`;

/** Units that are written alike in every language. */
export const sameUnits = {
  millisecond: spaced('ms'),
  bytes: spaced('B'),
  KB: spaced('KB'),
  MB: spaced('MB'),
  GB: spaced('GB'),
  TB: spaced('TB'),
  KiB: spaced('KiB'),
  MiB: spaced('MiB'),
  GiB: spaced('GiB'),
  TiB: spaced('TiB'),
} satisfies Partial<UnitMessages['quantity']>;
