import { environmentLayer, flagLayer } from '../../config/layers.js';
import { type Parser, settingParsers, token } from '../../config/parsers.js';
import type { Login } from '../../config/profiles.js';
import { readToken } from '../../config/token-file.js';
import type { Profile } from '../../config/user-file.js';
import { typedValue } from '../../config/values.js';
import type { Context } from '../../context.js';
import { isJobtrackError, JobtrackError } from '../../errors/index.js';
import { inline, safe } from '../../render/safe-text.js';

type Address = 'url' | 'tenant' | 'project';

/** How one part of a login is asked for. `usual` is what an empty answer means. */
interface Question {
  read: () => Promise<string>;
  parse: Parser<string>;
  usual?: string | undefined;
}

/** Asks until the answer is one. An empty answer that means nothing ends it, as the end of the input does. */
async function ask(
  name: Address | 'token',
  { read, parse, usual }: Question,
  { io, messages }: Context,
): Promise<string> {
  const question = messages.settings.login.asks[name];
  const prompt = inline(usual === undefined ? `${question}: ` : `${question} [${usual}]: `);
  for (;;) {
    await io.stderr.write(prompt);
    const answer = (await read()).trim();
    try {
      return typedValue(name, answer === '' ? (usual ?? '') : answer, parse);
    } catch (error) {
      if (answer === '' || !isJobtrackError(error, 'INVALID_VALUE')) throw error;
      await io.stderr.write(safe`${inline(messages.errors.INVALID_VALUE(error.facts).what)}\n`);
    }
  }
}

/** One part of the address: as flags or environment give it, else asked for, else as it was stored before. */
async function addressPart(name: Address, before: Profile, context: Context): Promise<string> {
  const { flags, environment, io, signal } = context;
  const given = flagLayer(flags)[name] ?? environmentLayer(environment)[name];
  if (given !== undefined) return given.value;
  const usual = before[name];
  if (io.stdin.isTTY && flags.tokenFile !== '-') {
    const read = () => io.stdin.readLine(signal);
    return ask(name, { read, parse: settingParsers[name], usual }, context);
  }
  if (usual === undefined) throw new JobtrackError('MISSING_SETTING', { setting: name });
  return usual;
}

/** The token: from the file that is named, typed unseen, or from the first line of standard input. */
async function collectToken(context: Context): Promise<string> {
  const { flags, io, signal } = context;
  if (flags.tokenFile !== undefined) return readToken(flags.tokenFile, '--token-file', context);
  if (!io.stdin.isTTY) return readToken('-', 'stdin', context);
  const read = async () => {
    const secret = await io.stdin.readSecret(signal);
    // The line end that was typed is not shown either.
    await io.stderr.write(safe`\n`);
    return secret;
  };
  return ask('token', { read, parse: token }, context);
}

/**
 * Everything that a login stores.
 * @throws JobtrackError MISSING_SETTING, INVALID_VALUE, FILE_FAILED, CONFIG_UNSAFE
 */
export async function collectLogin(before: Profile, context: Context): Promise<Login> {
  const url = await addressPart('url', before, context);
  const tenant = await addressPart('tenant', before, context);
  const project = await addressPart('project', before, context);
  return { url, tenant, project, token: await collectToken(context) };
}
