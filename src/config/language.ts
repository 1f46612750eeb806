import { type Language, languages } from './settings.js';

/** The environment variables of the program. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a system says which language its user reads, most important first (POSIX.1, "Environment Variables"). */
const localeVariables = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** A language, and the variable that names it. */
export interface NamedLanguage {
  lang: Language;
  variable: string;
}

/** `tr_TR.UTF-8` is Turkish; C and POSIX are the names of plain English. */
function localeLanguage(locale: string): Language | undefined {
  const word = /^[a-z]+/i.exec(locale)?.[0].toLowerCase();
  if (word === 'c' || word === 'posix') return 'en';
  return languages.find((language) => language === word);
}

/** The language of the first locale variable that names one jobtrack speaks. */
export function languageOfLocale(environment: Environment): NamedLanguage | undefined {
  for (const variable of localeVariables) {
    const lang = localeLanguage(environment[variable] ?? '');
    if (lang !== undefined) return { lang, variable };
  }
  return undefined;
}

/**
 * The language before any file is read: of `--lang`, JOBTRACK_LANG or the locale, else English. For help, and for the
 * errors of reading settings. A word that is no language is passed over here; loading the settings refuses it.
 */
export function chooseLanguage(environment: Environment, flag?: string): Language {
  const words = [flag, environment['JOBTRACK_LANG']].map((word) => word?.toLowerCase());
  const named =
    languages.find((language) => language === words[0]) ?? languages.find((l) => l === words[1]);
  return named ?? languageOfLocale(environment)?.lang ?? 'en';
}
