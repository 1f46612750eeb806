import { asFailure } from '../../client/failure.js';
import { isLoopback } from '../../config/url.js';
import { exitCodes, isJobtrackError } from '../../errors/index.js';
import type { DoctorMessages } from '../../i18n/areas/doctor.js';
import type { Clock } from '../../ports/clock.js';
import type { Probe, ProbeLimits, TlsFacts } from '../../ports/probe.js';
import { type Check, type CheckName, type Finding, skipped, timed } from './check.js';
import type { Road } from './road.js';

/** What the checks of a connection need. */
export interface RoadParts {
  probe: Probe;
  limits: ProbeLimits;
  clock: Clock;
  words: DoctorMessages;
  /** Whether a token would be sent: without TLS it could be read on the way. */
  hasToken: boolean;
}

/** A certificate that ends sooner than this is worth a warning. */
const CERTIFICATE_SOON_MS = 14 * 86_400_000;

const roadChecks = ['dns', 'connect', 'tls'] as const satisfies readonly CheckName[];

/** DNS, connection and TLS, one after the other; what comes after a failure is skipped. */
export async function checkRoad(road: Road, parts: RoadParts): Promise<Check[]> {
  const looks: Record<(typeof roadChecks)[number], () => Promise<Finding>> = {
    dns: () => findAddress(road, parts),
    connect: () => connect(road, parts),
    tls: () => secure(road, parts),
  };
  const checks: Check[] = [];
  for (const [place, name] of roadChecks.entries()) {
    const check = await timed(name, parts.clock, looks[name]);
    checks.push(check);
    if (check.state === 'failed') {
      return [...checks, ...skipped(roadChecks.slice(place + 1), parts.words.notReached(name))];
    }
  }
  return checks;
}

async function findAddress(road: Road, { probe, limits, words }: RoadParts): Promise<Finding> {
  const named = road.isProxy ? words.proxy(road.host, road.forHost) : road.host;
  if (road.isAddress) return { state: 'ok', detail: words.isAddress(named) };
  try {
    const addresses = await probe.lookup(road.host, limits);
    return { state: 'ok', detail: words.addresses(named, addresses.slice(0, 3).join(', ')) };
  } catch (error) {
    const reason = reasonOf(error, road);
    return failed(words.noAddress(named, reason), words.dnsTodo);
  }
}

async function connect(road: Road, { probe, limits, words }: RoadParts): Promise<Finding> {
  try {
    return { state: 'ok', detail: words.connected(await probe.connect(road, limits), road.port) };
  } catch (error) {
    const reason = reasonOf(error, road);
    const todo = reason === 'ECONNREFUSED' ? words.refusedTodo(road.port) : words.unreachableTodo;
    return failed(words.notConnected(road.host, road.port, reason), todo);
  }
}

async function secure(road: Road, parts: RoadParts): Promise<Finding> {
  const { probe, limits, clock, words } = parts;
  if (!road.isSecure) return withoutTls(road, parts);
  try {
    return certificate(await probe.handshake(road, limits), clock.now(), words);
  } catch (error) {
    const reason = reasonOf(error, road);
    return failed(words.notSecure(reason), certificateTodo(reason, words));
  }
}

function withoutTls(road: Road, { words, hasToken }: RoadParts): Finding {
  if (road.isApiSecure) return { state: 'skipped', detail: words.tlsInTunnel };
  if (!hasToken || isLoopback(`http://${road.forHost}`))
    return { state: 'ok', detail: words.noTls };
  return { state: 'warning', detail: words.noTls, todo: words.noTlsTodo };
}

function certificate(facts: TlsFacts, nowMs: number, words: DoctorMessages): Finding {
  const until = new Date(facts.validUntilMs).toISOString().slice(0, 10);
  const detail = words.secure(facts.protocol, until);
  return facts.validUntilMs - nowMs < CERTIFICATE_SOON_MS
    ? { state: 'warning', detail, todo: words.certificateSoonTodo }
    : { state: 'ok', detail };
}

/** What to do about a certificate, by the codes of Node's TLS and OpenSSL. */
function certificateTodo(reason: string, words: DoctorMessages): string {
  if (reason === 'CERT_HAS_EXPIRED') return words.certificateExpiredTodo;
  if (reason === 'ERR_TLS_CERT_ALTNAME_INVALID') return words.certificateHostTodo;
  if (/SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)/.test(reason))
    return words.certificateIssuerTodo;
  return words.tlsTodo;
}

const failed = (detail: string, todo: string): Finding => ({
  state: 'failed',
  detail,
  todo,
  exitCode: exitCodes.unknown,
});

/** The system's own word for a failure, such as ECONNREFUSED. */
function reasonOf(error: unknown, { host }: Road): string {
  const failure = asFailure(error, { origin: host, hasHead: false, idleTimeoutMs: 0 });
  return isJobtrackError(failure, 'NETWORK') ? failure.facts.reason : failure.message;
}
