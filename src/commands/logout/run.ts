import { userFilePath } from '../../config/places.js';
import { meantProfile, removeProfile } from '../../config/profiles.js';
import { readUserFile, unknownProfile } from '../../config/user-file.js';
import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { tellDone } from '../tell-done.js';

/** Takes a profile and its token out of the user's file. */
export async function run(_options: undefined, context: Context): Promise<ExitCode> {
  const { files, flags, environment, messages } = context;
  const file = userFilePath(context, flags.config);
  const user = await readUserFile(file, files);
  const profile = meantProfile(flags, environment, user);
  const isRemoved = await removeProfile(file, profile, files);
  if (!isRemoved) throw unknownProfile(profile, user);
  await tellDone(context, { profile, file }, [messages.settings.logout.done(profile, file)]);
  return exitCodes.done;
}
