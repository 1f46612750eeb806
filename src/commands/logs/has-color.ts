import type { Look } from '../../render/look.js';
import { safe } from '../../render/safe-text.js';

/** Whether the look shows colours, so that the colours of a log may be kept. */
export const hasColor = ({ theme }: Look): boolean => theme.strong(safe`x`) !== 'x';
