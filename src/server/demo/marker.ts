/** A marker line, as any tracked command may print it: `::jobtrack stage name="Data Loading" total=192850::`. */
export function marker(
  kind: 'stage' | 'progress' | 'milestone' | 'metric',
  values: Readonly<Record<string, string | number>>,
): string {
  const parts = Object.entries(values).map(([key, value]) =>
    typeof value === 'number' ? `${key}=${value}` : `${key}="${value.replace(/["\\]/g, '\\$&')}"`,
  );
  return `::jobtrack ${kind} ${parts.join(' ')}::`;
}

/** A log line in JSON, as many loggers write it: its other values become the details of the log entry. */
export const logLine = (
  level: 'info' | 'warn',
  message: string,
  details: Readonly<Record<string, string | number>>,
): string => JSON.stringify({ level, msg: message, ...details });
