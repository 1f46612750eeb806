const HAS_ZONE = /(?:z|[+-]\d{2}:?\d{2})$/i;

/**
 * The moment that the API means by `text`, in milliseconds since 1970; `undefined` when it is no time.
 * A time without a zone is UTC (the API document, "Times").
 */
export function instant(text: string | null | undefined): number | undefined {
  if (text == null) return undefined;
  const trimmed = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}/.test(trimmed)) return undefined;
  const isDateOnly = trimmed.length === 10;
  const parsed = Date.parse(isDateOnly || HAS_ZONE.test(trimmed) ? trimmed : `${trimmed}Z`);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** The time between two moments in milliseconds, where both are known. */
export function between(
  from: string | null | undefined,
  to: string | null | undefined,
): number | undefined {
  const fromMs = instant(from);
  const toMs = instant(to);
  return fromMs === undefined || toMs === undefined ? undefined : toMs - fromMs;
}
