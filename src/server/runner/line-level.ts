import { type Level, levels } from '../../contract/index.js';

/** Words for levels in the logs of the field, beside those of the contract. */
const words: Readonly<Record<string, Level>> = {
  trace: 'DEBUG',
  trc: 'DEBUG',
  verbose: 'DEBUG',
  verb: 'DEBUG',
  silly: 'DEBUG',
  dbg: 'DEBUG',
  inf: 'INFO',
  wrn: 'WARN',
  err: 'ERROR',
  crit: 'ERROR',
  alert: 'ERROR',
  panic: 'ERROR',
  emerg: 'ERROR',
  emergency: 'ERROR',
};

/** The level that a word names, in any case and any language of the contract; `undefined` for any other word. */
export const levelOfWord = (word: string): Level | undefined =>
  words[word.toLowerCase()] ?? levels.canonical(word);

/** Severities of syslog, RFC 5424 §6.2.1, from 0 (emergency) to 7 (debug). */
export const levelOfSeverity = (severity: number): Level =>
  severity <= 3 ? 'ERROR' : severity === 4 ? 'WARN' : severity <= 6 ? 'INFO' : 'DEBUG';

/** Without any of these there is nothing to look for, which is so for most lines. */
const HINT =
  /err|warn|wrn|fatal|crit|severe|panic|alert|emerg|exception|traceback|fault|debug|dbg|trace|trc|verb|silly|level|lvl|severity|^<\d|^[IWEF]\d{4} |hata|uyar|エラー|警告|デバッグ/iu;

const DATE = String.raw`\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d:\d\d[\d:.,]*)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?`;
const STAMP = new RegExp(
  String.raw`^[[(]?(?:${DATE}|\d\d:\d\d:\d\d[\d.,]*|\d+\.\d+|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d)[\])]?\s*[-|]?\s*`,
);

/** Forms that name a level: the word is the first group. Each stands at the line's start, or behind its time. */
const forms: readonly RegExp[] = [
  // [ERROR] (warn) |info|, also behind one other bracket, as in "[main] [ERROR]"
  /^(?:\[[^\]]{1,60}\]\s*)?[[(|<]\s*(\p{L}{3,12})\s*[\])|>]/u,
  // error: Error: warning[W12]: fatal:
  /^(\p{L}{3,12})(?:\[[\w.:-]+\])?:(?=\s|$)/u,
  // ERROR:root:message, ERROR message
  /^(\p{Lu}{3,12})(?=[\s:|\]-]|$)/u,
  // エラー: and such, which know no capitals
  /^([\p{sc=Han}\p{sc=Katakana}]{2,6})(?=[\s:：]|$)/u,
  // npm ERR! npm warn
  /^npm (ERR|error|WARN|warn|verb|silly)(?=[!\s])/,
  // main.c:10:5: error: and a.ts(3,5): error TS1:
  /^\S+(?::\d+(?::\d+)?:|\(\d+(?:,\d+)?\):)\s+(?:fatal )?(error|warning)\b/i,
  // ::error file=…:: ##[warning]
  /^(?:::|##\[)(error|warning|debug)\b/,
];

const FIELD = /(?:^|\s)(?:level|lvl|severity|loglevel)=(["']?)(\p{L}+)\1(?=\s|$)/iu;
const BROKEN =
  /^(?:Uncaught |Unhandled )?[\w.$]*(?:Error|Exception)(?:\s\[\w+\])?(?::|$)|^Traceback \(most recent call last\)|^Exception in thread|^thread '.*' panicked|^Segmentation fault/;
const GLOG = /^([IWEF])\d{4} \d\d:\d\d:\d\d/;
const glogLevels: Readonly<Record<string, Level>> = {
  I: 'INFO',
  W: 'WARN',
  E: 'ERROR',
  F: 'ERROR',
};

/** How many words behind a time may come before the level: a thread, a process, a logger. */
const WORDS_BEFORE = 5;

/**
 * The level that a line of text says it has; INFO when it says none, on both streams: much that goes to stderr is
 * progress and no trouble. A level is only read where logs write it, so that "no errors found" is none.
 */
export function levelOfLine(line: string): Level {
  if (!HINT.test(line)) return 'INFO';
  const start = line.trimStart();
  const rest = start.replace(STAMP, '');
  return (
    levelOfPriority(start) ??
    levelOfField(rest) ??
    levelOfForm(rest) ??
    (rest === start ? undefined : levelBehindTime(rest)) ??
    (BROKEN.test(rest) ? 'ERROR' : 'INFO')
  );
}

/** `<3>` of systemd and syslog, `E0120 10:00:00` of glog. */
function levelOfPriority(line: string): Level | undefined {
  const priority = /^<(\d{1,3})>/.exec(line)?.[1];
  if (priority !== undefined) return levelOfSeverity(Number(priority) % 8);
  return glogLevels[GLOG.exec(line)?.[1] ?? ''];
}

const levelOfField = (line: string): Level | undefined => levelOfWord(FIELD.exec(line)?.[2] ?? '');

function levelOfForm(line: string): Level | undefined {
  for (const form of forms) {
    const level = levelOfWord(form.exec(line)?.[1] ?? '');
    if (level !== undefined) return level;
  }
  return undefined;
}

/** "10:00:00 [main] app.Loader - ERROR - …": a word in capitals among the first few. */
function levelBehindTime(line: string): Level | undefined {
  const start = line.slice(0, 200).split(/[\s[\]()|:]+/, WORDS_BEFORE + 1);
  const capitals = start.filter((word) => /^\p{Lu}{3,12}$/u.test(word));
  return capitals.map(levelOfWord).find((level) => level !== undefined);
}
