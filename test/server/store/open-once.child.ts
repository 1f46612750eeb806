import { isJobtrackError } from '../../../src/errors/index.js';
import { openStore } from '../../../src/server/store/sqlite/open-store.js';

/* Opens the store of the file that it is told, as another process, and tells what came of it. */
const [file = ''] = process.argv.slice(2);
try {
  openStore({ file }).close();
  process.stdout.write('opened');
} catch (error) {
  process.stdout.write(
    isJobtrackError(error, 'STORE_REFUSED') ? error.facts.reason : String(error),
  );
}
