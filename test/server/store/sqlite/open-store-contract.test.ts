import { join } from 'node:path';
import { openStore } from '../../../../src/server/store/sqlite/open-store.js';
import { temporaryFolder } from '../../../helpers/cli.js';
import { describeStore } from '../store-contract.js';

describeStore('a store in memory', () => openStore({ file: ':memory:' }));

describeStore('a store on the disk', () => openStore({ file: join(temporaryFolder(), 'jobs.db') }));
