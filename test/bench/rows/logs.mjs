import { spawnSync } from 'node:child_process';
import { access } from '../shared/data.mjs';
import { wallMs } from '../shared/measure-process.mjs';
import { inTurn } from '../shared/pairs.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

const ROUNDS = 9;
const LIMIT = '10000';

/**
 * A log in a pipe, against what a user would type without jobtrack.
 *
 * @param {Bench} bench
 */
export async function measure({ program, env, address }) {
  const missing = ['curl', 'jq'].filter((name) => spawnSync(name, ['--version']).error);
  if (missing.length > 0) return [{ name: 'logs', remark: `there is no ${missing.join(', no ')}` }];
  const shellEnv = { ...env, ADDRESS: address('logs'), TOKEN: access.token, LIMIT };
  const curl = `curl -s -H "Authorization: Bearer $TOKEN" "$ADDRESS?afterSequence=0&limit=$LIMIT"`;
  const times = await inTurn(
    ROUNDS,
    () => wallMs(['sh', '-c', `${curl} | jq -c '.logs[]'`], shellEnv),
    () => wallMs([process.execPath, program, 'logs', '--limit', LIMIT, '-o', 'ndjson'], env),
  );
  return [{ name: 'logs', ...times }];
}
