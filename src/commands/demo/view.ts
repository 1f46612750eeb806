import { type Fact, factList } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';

/** What to try next, with everything that there is by now. */
export function outroView(look: Look): SafeText[] {
  const { demo } = look.messages;
  const tries: readonly (readonly [string, string])[] = [
    ['jobtrack serve', demo.next.serve],
    ['jobtrack run -- <command>', demo.next.run],
    ['jobtrack watch <job id>', demo.next.watch],
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
