import { commandList } from './commands/command-list.js';
import type { Command, Example, Flag, Parameter } from './commands/definition.js';
import type { Messages } from './i18n/messages.js';
import { type Fact, factList, flow } from './render/facts.js';
import { inline, type SafeText, safe } from './render/safe-text.js';
import type { Theme } from './render/theme.js';
import { wrap } from './render/width.js';

/** How a help page looks. */
export interface HelpStyle {
  messages: Messages;
  theme: Theme;
  width: number;
}

/** The first page: what jobtrack is, its commands, how to begin. */
export function rootHelp(globals: readonly Flag[], style: HelpStyle): SafeText[] {
  const { help } = style.messages;
  const commands = commandList.filter((command) => command.hidden !== true);
  return [
    ...paragraph(help.description, style),
    ...usage(`jobtrack ${help.optionsPlaceholder} ${help.commandPlaceholder}`, style),
    ...section(
      help.commands,
      commands.map((command) => [command.name, command.summary(style.messages)]),
      style,
    ),
    ...section(help.globalOptions, flagFacts(globals, style), style),
    ...examples(rootExamples(style.messages), style),
    ...exitCodes(style),
    ...wrap(inline(help.more), style.width),
  ];
}

/** The page of one command. */
export function commandHelp(
  command: Command<unknown>,
  globals: readonly Flag[],
  style: HelpStyle,
): SafeText[] {
  const { help } = style.messages;
  const isMain = (flag: Flag): boolean =>
    command.mainGlobals?.some((name) => formsOf(flag).includes(name)) ?? false;
  const parameters = command.parameters.map(parameterUsage).join(' ');
  return [
    ...paragraph(command.summary, style),
    ...usage(`jobtrack ${command.name} ${help.optionsPlaceholder} ${parameters}`.trim(), style),
    ...section(
      help.arguments,
      command.parameters.map((parameter) => [parameter.name, parameter.description]),
      style,
    ),
    ...section(
      help.options,
      flagFacts([...command.flags, ...globals.filter(isMain)], style),
      style,
    ),
    ...examples(command.examples, style),
    ...named(
      globals.filter((flag) => !isMain(flag)),
      style,
    ),
  ];
}

function rootExamples({ help }: Messages): Example[] {
  return [
    { line: 'jobtrack watch <job id>', explains: help.rootExamples.watch },
    {
      line: 'jobtrack logs <job id> --level ERROR --fail-on ERROR',
      explains: help.rootExamples.errors,
    },
    { line: 'jobtrack timeline <job id> --view gantt', explains: help.rootExamples.gantt },
    { line: "jobtrack batch --json | jq '.summary'", explains: help.rootExamples.pipe },
  ];
}

function parameterUsage({ name, required, variadic }: Parameter): string {
  const shown = variadic === true ? `${name}…` : name;
  return required === true ? `<${shown}>` : `[${shown}]`;
}

/** Global options by their names alone: the first page explains them, and each page would drown in them. */
function named(globals: readonly Flag[], style: HelpStyle): SafeText[] {
  const { help } = style.messages;
  const names = globals.map((flag) => inline(formsOf(flag).join(', ')));
  return [
    heading(help.globalOptions, style),
    ...flow(names, style.width - 2).map((line) => safe`  ${line}`),
    ...wrap(inline(help.moreGlobals), style.width - 2).map(
      (line) => safe`  ${style.theme.faint(line)}`,
    ),
  ];
}

/** `-l, --level <LEVEL>` is `-l` and `--level`. */
const formsOf = ({ flags }: Flag): string[] => flags.match(/--?[\w-]+/g) ?? [];

function exitCodes(style: HelpStyle): SafeText[] {
  const { help } = style.messages;
  const codes = help.exitCodeMeanings.split('  ').map(inline);
  return [
    heading(help.exitCodes, style),
    ...flow(codes, style.width - 2).map((line) => safe`  ${line}`),
    safe``,
  ];
}

function flagFacts(flags: readonly Flag[], { messages: { help } }: HelpStyle): [string, string][] {
  return flags.map((flag) => {
    const isToldAlready = flag.choices?.every((choice) =>
      `${flag.flags} ${flag.description}`.includes(choice),
    );
    const choices =
      flag.choices === undefined || isToldAlready ? '' : help.choices(flag.choices.join(', '));
    const byDefault = flag.default === undefined ? '' : help.default(flag.default);
    // Long options stand below each other, whether they have a short form or not.
    const name = flag.flags.startsWith('--') ? `    ${flag.flags}` : flag.flags;
    return [name, `${flag.description}${choices}${byDefault}`];
  });
}

function paragraph(text: string, { width }: HelpStyle): SafeText[] {
  return [...wrap(inline(text), width), safe``];
}

function usage(line: string, style: HelpStyle): SafeText[] {
  return [heading(style.messages.help.usage, style), safe`  ${inline(line)}`, safe``];
}

function section(
  title: string,
  facts: readonly (readonly [string, string])[],
  style: HelpStyle,
): SafeText[] {
  if (facts.length === 0) return [];
  const safeFacts = facts.map(([name, value]): Fact => [inline(name), inline(value)]);
  const plain = {
    ...style,
    width: style.width - 2,
    theme: { ...style.theme, faint: style.theme.plain },
  };
  return [
    heading(title, style),
    ...factList(safeFacts, plain).map((line) => safe`  ${line}`),
    safe``,
  ];
}

function examples(list: readonly Example[], style: HelpStyle): SafeText[] {
  if (list.length === 0) return [];
  const lines = list.flatMap(({ line, explains }) => [
    ...wrap(inline(explains), style.width - 2).map((text) => safe`  ${style.theme.faint(text)}`),
    safe`    ${inline(line)}`,
  ]);
  return [heading(style.messages.help.examples, style), ...lines, safe``];
}

const heading = (title: string, { theme }: HelpStyle): SafeText => theme.strong(inline(title));
