export { join, type SafeText, safe, spaces, trimEnd } from './safe-text/brand.js';
export { inline } from './safe-text/inline.js';
export { logLines } from './safe-text/log-lines.js';
export { createByteSanitizer, createLineSanitizer } from './safe-text/streams.js';
