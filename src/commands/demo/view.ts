import { type LogEntry, type ProgressBody, statuses } from '../../contract/index.js';
import { flatten } from '../../domain/flatten.js';
import { type Fact, factLine, factList, openFacts } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { wrap } from '../../render/width.js';
import { progressView } from '../progress/view.js';

/** What the demo shows at a moment, in milliseconds since 1970. */
export interface DemoState {
  body: ProgressBody;
  warnings: readonly LogEntry[];
  nowMs: number;
}

/** The progress of the job, and the warnings that it has logged. */
export function demoView({ body, warnings, nowMs }: DemoState, look: Look): SafeText[] {
  const lines = warnings.flatMap((warning) => warningLines(warning, look));
  const above = lines.length === 0 ? [] : [...lines, safe``];
  return [safe``, ...above, ...progressView({ body, nowMs }, look)];
}

function warningLines({ message, details }: LogEntry, look: Look): SafeText[] {
  const sign = look.theme.caution(look.symbols.warning);
  const said = wrap(inline(message ?? ''), look.width - 2);
  return [
    ...said.map((line, row) => (row === 0 ? safe`${sign} ${line}` : safe`  ${line}`)),
    ...factLine(openFacts(flatten(details ?? {}), look), look, 2),
  ];
}

/** How far the job is in one line; the same line for as long as nothing worth a line has changed. */
export function stepLine(body: ProgressBody, look: Look): SafeText | undefined {
  const running = body.stages?.find(({ status }) => statuses.canonical(status) === 'Running');
  if (running === undefined) return undefined;
  const { percentage } = body.overallProgress;
  const step = percentage == null ? safe`` : safe`${look.formats.percent(tens(percentage))} `;
  return safe`${step}${inline(running.stageName)}`;
}

const tens = (percentage: number): number => Math.floor(percentage / 10) * 10;

/** What to try next, with everything that there is by now. */
export function outroView(look: Look): SafeText[] {
  const { demo } = look.messages;
  const tries: readonly (readonly [string, string])[] = [
    ['jobtrack serve', demo.next.serve],
    ['jobtrack run -- <command>', demo.next.run],
    ['jobtrack progress <job id>', demo.next.progress],
    ['jobtrack --help', demo.next.help],
  ];
  const facts = tries.map(([line, does]): Fact => [inline(line), look.theme.faint(inline(does))]);
  const plain = {
    ...look,
    width: look.width - 2,
    theme: { ...look.theme, faint: look.theme.strong },
  };
  return [
    safe``,
    inline(demo.outro),
    safe``,
    ...factList(facts, plain).map((line) => safe`  ${line}`),
  ];
}
