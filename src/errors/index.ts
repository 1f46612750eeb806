export { type ErrorCode, errorCodes } from './codes.js';
export { english } from './english.js';
export { type ExitCode, exitCodes } from './exit-codes.js';
export type {
  Allowed,
  ErrorFacts,
  RequiredSetting,
  StoreRefusal,
  UnsafeReason,
  WebhookRefusal,
} from './facts.js';
export { type ErrorOrigin, isJobtrackError, JobtrackError } from './jobtrack-error.js';
export { shellWord } from './shell-word.js';
export type { ErrorText, ErrorTexts } from './text.js';
