/** The errors that the server answers with, and the status of each. */
export const apiErrors = {
  VALIDATION_FAILED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  JOB_NOT_FOUND: 404,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  JOB_EXISTS: 409,
  JOB_IS_FINAL: 409,
  SUBSCRIPTION_LIMIT: 409,
  /** A subscription that has expired. */
  GONE: 410,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  /** A Host that is not this server's: a name that was bent to this machine. */
  MISDIRECTED: 421,
  /** The address of a socket was asked without asking for a socket. */
  UPGRADE_REQUIRED: 426,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  STORAGE_FULL: 507,
} as const satisfies Record<string, number>;

export type ApiErrorCode = keyof typeof apiErrors;

/** What is wrong with one field of a request: where it is, what was found, what is allowed. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** An answer that is not the one that was asked for. Its message is for the caller and holds no secret. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly details: readonly FieldProblem[];

  constructor(code: ApiErrorCode, message: string, details: readonly FieldProblem[] = []) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return apiErrors[this.code];
  }
}
