import { userFilePath } from '../../config/places.js';
import { addProfile, meantProfile } from '../../config/profiles.js';
import { readUserFile } from '../../config/user-file.js';
import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { tellDone } from '../tell-done.js';
import { collectLogin } from './collect.js';

/** Stores url, tenant, project and token under a profile's name. The token is in nothing that is written but the file. */
export async function run(_options: undefined, context: Context): Promise<ExitCode> {
  const { files, flags, environment, messages } = context;
  const file = userFilePath(context, flags.config);
  const user = await readUserFile(file, files);
  const profile = meantProfile(flags, environment, user);
  const login = await collectLogin(user?.profiles.get(profile) ?? {}, context);
  await addProfile(file, profile, login, files);
  const { url, tenant, project } = login;
  const { done, stored, check } = messages.settings.login;
  await tellDone(context, { profile, url, tenant, project, file }, [
    done(url, profile),
    stored(file),
    check,
  ]);
  return exitCodes.done;
}
