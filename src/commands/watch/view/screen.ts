/** What stands on the screen besides the job itself, as keys switch it. */
export type PanelName = 'logs' | 'timeline' | 'metrics' | 'dependencies' | 'help';

/** How the live view stands at a moment: everything that is neither the jobs nor the look. */
export interface Screen {
  /** How many lines there is room for, at least 1. */
  rows: number;
  /** By the server's clock, going on between two looks: milliseconds since 1970. */
  nowMs: number;
  /** Between two looks. */
  intervalMs: number;
  isPaused: boolean;
  panels: Readonly<Record<PanelName, boolean>>;
  /** Whether the view has the terminal for itself: then its status line stands on the last row. */
  isFullscreen: boolean;
  /** Whether keys are read, so that the view tells which. */
  keys: boolean;
}
