import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../../ports/clock.js';
import { ApiError, type ApiErrorCode } from '../api-error.js';
import type { Access } from '../app/deps.js';
import { toApiError } from '../app/error-body.js';
import { createGate } from '../app/gate.js';
import { rawAnswer } from '../app/raw-answer.js';
import { readUpgrade } from './read-upgrade.js';
import type { Taker } from './take-over.js';
import { type OpenView, openView, type ViewStore } from './view.js';

/** What decides who comes in. */
export interface DoorOptions {
  store: ViewStore;
  access: Access;
  clock: Clock;
  /** A new id for every request. */
  requestId: () => string;
  /** Told of what broke in the server itself. */
  onFailure: (failure: unknown, requestId: string) => void;
  /** How long a peer may take to agree to the end, in milliseconds. */
  closeMs: number;
  /** Throws ApiError while nobody more may come in. */
  checkRoom: () => void;
  onOpen: (socket: WebSocket, view: OpenView) => void;
}

/** No client has anything to say, so what one says is short: a control frame has 125 bytes at most. */
const PAYLOAD_MAX = 1_024;

/** The versions of the protocol that are spoken: RFC 6455 and its last draft. */
const VERSIONS = ['13', '8'];

/** What an error says beside its body. */
const HEADERS: Partial<Record<ApiErrorCode, Record<string, string>>> = {
  UNAUTHENTICATED: { 'WWW-Authenticate': 'Bearer' },
  METHOD_NOT_ALLOWED: { Allow: 'GET' },
  UPGRADE_REQUIRED: {
    Connection: 'Upgrade, close',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': VERSIONS.join(', '),
  },
};

/**
 * Opens a socket, or refuses to. A refusal is an answer in the API's form. Whatever was sent, nothing but its own
 * connection ends by it.
 */
export function createDoor(options: DoorOptions): Taker {
  const { store, access, clock, requestId, onFailure, closeMs, checkRoom, onOpen } = options;
  const gate = createGate(access, new Set());
  // By name, since the types of ws know no closeTimeout.
  const settings = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: PAYLOAD_MAX,
    closeTimeout: closeMs,
  };
  const upgrader = new WebSocketServer(settings);
  const refuse = (thrown: unknown, socket: Duplex): void => {
    const error = toApiError(thrown);
    const id = requestId();
    if (error.status >= 500 && error.code !== 'UNAVAILABLE') onFailure(thrown, id);
    const headers = HEADERS[error.code] ?? {};
    socket.once('finish', () => socket.destroy());
    socket.end(rawAnswer(error, { requestId: id, nowMs: clock.now(), headers }));
  };
  upgrader.on('wsClientError', ({ message }, socket) => {
    refuse(
      new ApiError('VALIDATION_FAILED', `This is no opening of a socket: ${message}.`),
      socket,
    );
  });
  return (request, socket, head) => {
    try {
      const { jobId, question } = readUpgrade(request, gate);
      checkVersion(request);
      checkRoom();
      const view = openView(store, jobId, question, clock.now());
      upgrader.handleUpgrade(request, socket, head, (opened) => onOpen(opened, view));
    } catch (thrown) {
      refuse(thrown, socket);
    }
  };
}

function checkVersion({ headers }: Parameters<Taker>[0]): void {
  if (VERSIONS.includes(headers['sec-websocket-version'] ?? '')) return;
  throw new ApiError('UPGRADE_REQUIRED', `This server speaks version ${VERSIONS[0]} of sockets.`);
}
