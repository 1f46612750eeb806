import { Chalk } from 'chalk';
import { statuses } from '../contract/index.js';
import type { SafeText } from './safe-text.js';

/** Gives a safe text a colour or weight, or leaves it as it is where colour is off. */
export type Paint = (text: SafeText) => SafeText;

/** Colour by meaning. Nothing is said by colour alone. */
export interface Theme {
  strong: Paint;
  faint: Paint;
  good: Paint;
  caution: Paint;
  bad: Paint;
  active: Paint;
  accent: Paint;
  plain: Paint;
}

/** How many colours there are: 0 none, 1 sixteen, 2 256, 3 true colour. */
export type ColorLevel = 0 | 1 | 2 | 3;

const plain: Paint = (text) => text;

const PLAIN: Theme = {
  strong: plain,
  faint: plain,
  good: plain,
  caution: plain,
  bad: plain,
  active: plain,
  accent: plain,
  plain,
};

/** The colours for an output that shows `level` of them. Only the sixteen that follow the user's own palette are used. */
export function createTheme(level: ColorLevel): Theme {
  if (level === 0) return PLAIN;
  const chalk = new Chalk({ level });
  const paint =
    (style: (text: string) => string): Paint =>
    (text) =>
      style(text) as SafeText;
  return {
    strong: paint(chalk.bold),
    faint: paint(chalk.dim),
    good: paint(chalk.green),
    caution: paint(chalk.yellow),
    bad: paint(chalk.red),
    active: paint(chalk.cyan),
    accent: paint(chalk.magenta),
    plain,
  };
}

/** The paint for a job's or stage's status; unknown statuses are left as they are. */
export function statusPaint(theme: Theme, status: string | null | undefined): Paint {
  switch (statuses.canonical(status)) {
    case 'Running':
      return theme.active;
    case 'Completed':
      return theme.good;
    case 'Failed':
      return theme.bad;
    case 'Cancelled':
      return theme.caution;
    case 'Queued':
    case 'Pending':
      return theme.faint;
    default:
      return theme.plain;
  }
}
