// A server of prepared answers in a process of its own, so that what it costs is not what is measured. It says its
// address to the process that forked it, and ends with it.
import { hash } from 'node:crypto';
import { createServer } from 'node:http';
import { batchBody, logsBody, progressBody } from './data.mjs';

/** @type {Map<string, Buffer>} */
const prepared = new Map();

/**
 * @param {string} path
 * @param {() => unknown} make
 */
function preparedBody(path, make) {
  const body = prepared.get(path) ?? Buffer.from(JSON.stringify(make()));
  prepared.set(path, body);
  return body;
}

/** @param {string} path */
function answer(path) {
  const { pathname, searchParams } = new URL(path, 'http://127.0.0.1');
  const [name = '', jobId = ''] = pathname.split('/').toReversed();
  if (name === 'logs') {
    const [after = 0, limit = 0] = ['afterSequence', 'limit'].map((key) =>
      Number(searchParams.get(key)),
    );
    return { body: preparedBody(path, () => logsBody(jobId, after, limit || 1_000)) };
  }
  const ids = searchParams.get('jobIds')?.split(',');
  const made = name === 'batch' ? batchBody(ids, Date.now()) : progressBody(jobId, Date.now());
  const text = JSON.stringify(name === 'batch' || name === 'progress' ? made : {});
  return { body: Buffer.from(text), etag: `"${hash('sha1', text)}"` };
}

const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
  const { body, etag } = answer(request.url ?? '/');
  const headers = { 'content-type': 'application/json', ...(etag && { etag }) };
  if (etag !== undefined && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
  } else response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '');
});
process.on('disconnect', () => process.exit());
