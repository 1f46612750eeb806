import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { JOB } from '../../helpers/test-client.js';
import {
  finish,
  type Listening,
  type LiveServer,
  listenAt,
  progress,
  startLiveServer,
} from './live-server.js';

const stage = (stageName: string) => ({ type: 'stage', stageName });
const warning = (message: string) => ({ type: 'log', level: 'WARN', message });

const sequences = ({ messages }: Listening) => messages.map(({ sequence }) => sequence);

describe('a socket without a subscription', () => {
  test('gets every event from now on, and is closed when the job is final', async () => {
    const server = await startLiveServer();
    await server.report(stage('Extract'));
    const listening = await listenAt(server);
    await server.report(stage('Load'), progress(12.5));
    await server.report(warning('slow disk'));
    await server.report({ type: 'log', level: 'ERROR', message: 'bad row' });
    await server.report(finish);
    expect(await listening.closed).toBe('1000 final');
    expect(
      listening.messages.map(({ type, sequence, data }) => [sequence, type, data?.['stageName']]),
    ).toEqual([
      [2, 'stageCompleted', 'Extract'],
      [3, 'stageStarted', 'Load'],
      [4, 'progressUpdate', 'Load'],
      [5, 'warning', 'Load'],
      [6, 'error', 'Load'],
      [7, 'stageCompleted', 'Load'],
      [8, 'jobCompleted', undefined],
    ]);
    expect(listening.messages[2]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'progressUpdate',
      jobId: JOB,
      jobName: 'Nightly',
      timestamp: expect.any(String),
      sequence: 4,
      data: { stageName: 'Load', progress: 12.5 },
    });
    expect(server.failures).toEqual([]);
  });

  test('resumes behind an event that it names', async () => {
    const server = await startLiveServer();
    await server.report(stage('Extract'), stage('Load'), stage('Check'));
    const listening = await listenAt(server, '?afterSequence=2');
    await listening.seen(3);
    expect(sequences(listening)).toEqual([3, 4, 5]);
  });

  test('counts a number that no event has had yet as the newest', async () => {
    const server = await startLiveServer();
    await server.report(stage('Extract'));
    const listening = await listenAt(server, '?afterSequence=1000');
    await server.report(stage('Load'));
    await listening.seen(2);
    expect(sequences(listening)).toEqual([2, 3]);
  });

  test('on a job that is final, gets what it asks for and is closed', async () => {
    const server = await startLiveServer();
    await server.report(stage('Extract'), finish);
    const [from, now] = [await listenAt(server, '?afterSequence=1'), await listenAt(server)];
    expect([await from.closed, sequences(from)]).toEqual(['1000 final', [2, 3]]);
    expect([await now.closed, sequences(now)]).toEqual(['1000 final', []]);
  });

  test('says what it likes and is not listened to, but for what is too long', async () => {
    const server = await startLiveServer();
    const [polite, wordy] = [await listenAt(server), await listenAt(server)];
    polite.socket.send('hello');
    wordy.socket.send('x'.repeat(2_000));
    expect(await wordy.closed).toBe('1009');
    await server.report(stage('Load'));
    expect(await polite.seen(1)).toMatchObject([{ type: 'stageStarted' }]);
  });
});

describe('the socket of a subscription', () => {
  test('begins at the subscription, however late it is opened', async () => {
    const server = await startLiveServer();
    await server.report(stage('Extract'));
    const id = await server.subscribe();
    await server.report(stage('Load'));
    const listening = await listenAt(server, `?subscriptionId=${id}`);
    await server.report(finish);
    expect(await listening.closed).toBe('1000 final');
    expect(sequences(listening)).toEqual([2, 3, 4, 5]);
  });

  test('gets what was before when it asks for it', async () => {
    const server = await startLiveServer();
    await server.report(stage('Extract'));
    const id = await server.subscribe();
    const listening = await listenAt(server, `?subscriptionId=${id}&afterSequence=0`);
    expect(await listening.seen(1)).toMatchObject([{ sequence: 1 }]);
  });

  test('gets the events that were chosen, and no others', async () => {
    const server = await startLiveServer();
    const id = await server.subscribe({
      events: ['stageCompleted', 'jobCompleted'],
      filters: { notifyOnErrors: false },
    });
    const listening = await listenAt(server, `?subscriptionId=${id}`);
    await server.report(stage('Load'), warning('w'), { type: 'log', level: 'ERROR', message: 'e' });
    await server.report(finish);
    await listening.closed;
    expect(listening.messages.map(({ type }) => type)).toEqual(['stageCompleted', 'jobCompleted']);
  });

  test('keeps the least distance of its progress also when it resumes', async () => {
    const server = await startLiveServer();
    const id = await server.subscribe({ filters: { minProgressIncrement: 10 } });
    await server.report(progress(1), progress(8), progress(12), progress(20), progress(24));
    const whole = await listenAt(server, `?subscriptionId=${id}`);
    expect(await whole.seen(3)).toMatchObject([
      { sequence: 1, data: { progress: 1 } },
      { sequence: 3, data: { progress: 12 } },
      { sequence: 5, data: { progress: 24 } },
    ]);
    const resumed = await listenAt(server, `?subscriptionId=${id}&afterSequence=3`);
    expect(await resumed.seen(1)).toMatchObject([{ sequence: 5 }]);
  });

  test('is closed when the subscription expires', async () => {
    const server = await startLiveServer();
    const id = await server.subscribe();
    const listening = await listenAt(server, `?subscriptionId=${id}`);
    server.sleep(8 * 3_600_000);
    expect(await listening.closed).toBe('1008 expired');
  });
});

describe('a subscription that is taken away', () => {
  test('ends its own sockets, and no others', async () => {
    const server = await startLiveServer();
    const [id, other] = [await server.subscribe(), await server.subscribe()];
    const ended = await listenAt(server, `?subscriptionId=${id}`);
    const goesOn = await listenAt(server, `?subscriptionId=${other}`);
    await server.client.unsubscribe(JOB, id);
    await server.report(stage('Load'));
    expect([await ended.closed, sequences(ended)]).toEqual(['1008 gone', []]);
    expect(await goesOn.seen(1)).toHaveLength(1);
  });
});

describe('a peer', () => {
  test('that answers stays, one that does not is cut before it is asked a third time', async () => {
    const server = await startLiveServer();
    const [alive, dead] = [await listenAt(server), await listenAt(server)];
    dead.socket.pause();
    const pinged = new Promise((resolve) => alive.socket.once('ping', resolve));
    server.pass(15);
    await pinged;
    await server.report(stage('Load'));
    await alive.seen(1);
    server.pass(15);
    dead.socket.resume();
    expect(await dead.closed).toBe('1006');
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  });

  test('is not taken for dead when the server itself was asleep', async () => {
    const server = await startLiveServer();
    const listening = await listenAt(server);
    listening.socket.pause();
    server.pass(15);
    server.sleep(3_600_000);
    server.pass(14);
    listening.socket.resume();
    await server.report(stage('Load'));
    expect(await listening.seen(1)).toHaveLength(1);
  });

  test('that takes nothing is sent away, and loses nothing when it comes back', async () => {
    const server = await startLiveServer();
    const slow = await listenAt(server);
    slow.socket.pause();
    await reportMuch(server);
    // Other peers are not held up.
    const other = await listenAt(server, '?afterSequence=0');
    await other.seen(EVENTS_OF_MUCH);
    server.pass(31);
    slow.socket.resume();
    expect(await slow.closed).toBe('1013 slow');
    const last = sequences(slow).at(-1) ?? 0;
    expect(last).toBeLessThan(EVENTS_OF_MUCH);
    const again = await listenAt(server, `?afterSequence=${last}`);
    await again.seen(EVENTS_OF_MUCH - last);
    const all = Array.from({ length: EVENTS_OF_MUCH }, (_, index) => index + 1);
    expect([...sequences(slow), ...sequences(again)]).toEqual(all);
  });
});

/** 18 MB: more than a system holds for a peer that takes nothing. */
const STAGES = 10;
const WARNINGS = 100;
const EVENTS_OF_MUCH = STAGES * (WARNINGS + 2) - 1;

async function reportMuch(server: LiveServer): Promise<void> {
  for (let part = 0; part < STAGES; part += 1) {
    const warnings = Array.from({ length: WARNINGS }, (_, index) =>
      warning(`${part}-${index} ${'x'.repeat(18_000)}`),
    );
    await server.report(stage(`part ${part}`), ...warnings);
  }
}

describe('a server that stops', () => {
  test('sends its sockets away and is not held up by them; they resume at the next one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobtrack-sockets-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'jobs.db');
    const first = await startLiveServer({ file });
    const id = await first.subscribe();
    const [polite, deaf] = [
      await listenAt(first, `?subscriptionId=${id}`),
      await listenAt(first, `?subscriptionId=${id}`),
    ];
    await first.report(stage('Extract'));
    await polite.seen(1);
    deaf.socket.pause();
    const startedMs = performance.now();
    await first.close(60_000);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    expect(await polite.closed).toBe('1001 going away');

    const second = await startLiveServer({ file });
    await second.report(stage('Load'), finish);
    const resumed = await listenAt(second, `?subscriptionId=${id}&afterSequence=1`);
    expect([await resumed.closed, sequences(resumed)]).toEqual(['1000 final', [2, 3, 4, 5]]);
  });
});

describe('the places of a server', () => {
  test('for sockets are limited, and not those for requests', async () => {
    const server = await startLiveServer({
      limits: { connections: 4 },
      socketLimits: { sockets: 6 },
    });
    const listening = [];
    for (let count = 0; count < 6; count += 1) listening.push(await listenAt(server));
    await expect(listenAt(server)).rejects.toMatchObject({
      message: '503',
      body: expect.stringContaining('As many as 6 sockets are open already.'),
    });
    await Promise.all([1, 2, 3].map(() => server.client.progress(JOB)));
    listening[0]?.socket.close();
    await listening[0]?.closed;
    expect(await listenAt(server)).toBeDefined();
  });
});
