import type { AnswerLanguage } from '../ports.js';
import { en } from './en.js';
import { ja } from './ja.js';
import { tr } from './tr.js';
import type { Wording } from './wording.js';

const wordings: Record<AnswerLanguage, Wording> = { en, tr, ja };

/** The words of a language. */
export const wordingOf = (language: AnswerLanguage): Wording => wordings[language];
