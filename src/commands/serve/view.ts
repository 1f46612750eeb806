import { type Fact, factList } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';

/** What a person is told of a server that has begun. */
export interface Serving {
  url: string;
  tenant: string;
  project: string;
  file: string;
  stateFile: string;
}

/** Where a server listens, what it keeps where, and what to type next. The token is in the state file alone. */
export function servingView(serving: Serving, look: Look): SafeText[] {
  const { serve } = look.messages;
  const fact = (name: string, value: string): Fact => [inline(name), inline(value)];
  return [
    ...factList(
      [
        [inline(serve.listening), look.theme.strong(inline(serving.url))],
        fact(serve.tenant, serving.tenant),
        fact(serve.project, serving.project),
        fact(serve.database, serving.file),
        fact(serve.state, serving.stateFile),
      ],
      look,
    ),
    safe``,
    inline(serve.next('jobtrack run -- <command>')),
    look.theme.faint(inline(serve.stop)),
  ];
}
