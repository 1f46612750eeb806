/** A place that a connection can be made to. */
export interface ProbeTarget {
  /** A name or an address, without brackets. */
  host: string;
  port: number;
}

/** How long a probe may take. */
export interface ProbeLimits {
  /** Milliseconds; after them a probe rejects with the code ETIMEDOUT. */
  timeoutMs: number;
  signal: AbortSignal;
}

/** What is known of a TLS connection whose certificate was found good. */
export interface TlsFacts {
  /** Such as `TLSv1.3`. */
  protocol: string;
  /** When the certificate ends, in milliseconds since 1970. */
  validUntilMs: number;
}

/** The steps of making a connection, one by one, for those who look for a fault. Each rejects with the system's error. */
export interface Probe {
  /** The addresses of a host. */
  lookup(host: string, limits: ProbeLimits): Promise<readonly string[]>;
  /** Opens a connection and closes it again; the address that was reached. */
  connect(target: ProbeTarget, limits: ProbeLimits): Promise<string>;
  /** Opens a TLS connection, checks its certificate, and closes it again. */
  handshake(target: ProbeTarget, limits: ProbeLimits): Promise<TlsFacts>;
}
