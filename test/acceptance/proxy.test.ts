import { expect, test } from 'vitest';
import { exampleAccess } from '../example/server.mjs';
import { exampleEnvironment, runCli } from '../helpers/cli.js';
import { startProxy } from '../helpers/proxy.js';

test('the program reaches its server through a proxy, by a tunnel that shows no token', async () => {
  const environment = await exampleEnvironment();
  const { address, seen } = await startProxy();
  const direct = await runCli(['progress', '--json'], { environment });
  const proxied = await runCli(['progress', '--json'], {
    environment: { ...environment, HTTP_PROXY: `http://${address}` },
  });
  expect(proxied).toEqual(direct);
  expect(proxied.code).toBe(0);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatch(/^CONNECT /);
  expect(seen[0]).not.toContain(exampleAccess.token);
});
