const NUMBER = '(\\d{1,15}(?:\\.\\d{1,9})?)';
const DURATION = new RegExp(
  `^(?=.)(?:${NUMBER}h)?(?:${NUMBER}m(?!s))?(?:${NUMBER}s)?(?:${NUMBER}ms)?$`,
);

/** Milliseconds in an hour, a minute, a second and a millisecond: the order in which a duration is written. */
const UNITS_MS = [3_600_000, 60_000, 1000, 1] as const;
const UNIT_NAMES = ['h', 'm', 's', 'ms'] as const;

/**
 * A duration in milliseconds: `500ms`, `30s`, `15m`, `2h`, `1h30m`, `1.5s`. Units stand in falling order, each once.
 * `undefined` when `text` is no duration.
 */
export function parseDuration(text: string): number | undefined {
  const amounts = DURATION.exec(text)?.slice(1);
  if (amounts === undefined) return undefined;
  const parts = UNITS_MS.map((unitMs, index) => Number(amounts[index] ?? 0) * unitMs);
  const totalMs = Math.round(parts.reduce((sum, part) => sum + part, 0));
  return Number.isSafeInteger(totalMs) ? totalMs : undefined;
}

/** The shortest text that {@link parseDuration} reads as `durationMs`, which is a whole number of milliseconds: `1h30m`. */
export function durationText(durationMs: number): string {
  let restMs = durationMs;
  let text = '';
  for (const [index, unitMs] of UNITS_MS.entries()) {
    const amount = Math.floor(restMs / unitMs);
    restMs -= amount * unitMs;
    if (amount > 0) text += `${amount}${UNIT_NAMES[index]}`;
  }
  return text === '' ? '0s' : text;
}
