import { describe, expect, test } from 'vitest';
import { languages } from '../../src/config/settings.js';
import {
  type ErrorCode,
  type ErrorFacts,
  type ErrorText,
  errorCodes,
  JobtrackError,
} from '../../src/errors/index.js';
import { loadMessages } from '../../src/i18n/load.js';
import type { Messages } from '../../src/i18n/messages.js';
import { samples } from './samples.js';

const codes = Object.keys(errorCodes) as ErrorCode[];

const say = <C extends ErrorCode>(code: C, facts: ErrorFacts[C], messages: Messages): ErrorText =>
  messages.errors[code](facts);

const textsOf = (code: ErrorCode, messages: Messages): ErrorText[] =>
  samples[code].map((facts) => say(code, facts, messages));

/** Its reasons are names, which each language has words for. */
const isNamed = (code: string): boolean => code === 'STORE_REFUSED' || code === 'WEBHOOK_REFUSED';

describe.each(languages)('every error in %s', (language) => {
  test.each(codes)('%s is one line of what failed, and at most one of what to do', async (code) => {
    for (const { what, todo } of textsOf(code, await loadMessages(language))) {
      expect(what).toMatch(/^\S.{4,}\S$/u);
      expect(todo ?? 'nothing to do').toMatch(/^\S.{4,}\S$/u);
      expect(`${what}${todo}`.replace(/undefined$/, '')).not.toMatch(
        /undefined|null|NaN|\[object|=>|\n/,
      );
    }
  });

  test('has a way out wherever there is one', async () => {
    const messages = await loadMessages(language);
    const without = codes.filter((code) => textsOf(code, messages).some(({ todo }) => !todo));
    expect(without).toEqual([
      'MISSING_VALUE',
      'UNEXPECTED_VALUE',
      'INVALID_VALUE',
      'CONFIG_INVALID_VALUE',
      'FILE_FAILED',
    ]);
  });

  test('names every fact that the user gave or has to find', async () => {
    const messages = await loadMessages(language);
    for (const code of codes) {
      for (const facts of samples[code]) {
        const { what, todo = '' } = say(code, facts as never, messages);
        for (const key of [
          'command',
          'option',
          'file',
          'key',
          'value',
          'detail',
          'reason',
          'suggestion',
        ]) {
          const fact = (facts as Record<string, unknown>)[key];
          const isShown =
            typeof fact !== 'string' ||
            code === 'CONFIG_UNSAFE' ||
            (isNamed(code) && key === 'reason') ||
            `${what} ${todo}`.includes(fact);
          expect(isShown, `${code}: ${key}`).toBe(true);
        }
      }
    }
  });
});

test.each(codes)('%s does not repeat what caused it, which may hold a secret', (code) => {
  for (const facts of samples[code]) {
    const error = new JobtrackError(code, facts as never, { cause: new Error('canary-7f3a') });
    expect(error.message).not.toContain('canary-7f3a');
    expect(JSON.stringify(error.facts)).not.toContain('canary-7f3a');
  }
});

const lines = async <C extends ErrorCode>(code: C, facts: ErrorFacts[C]): Promise<string[]> =>
  Promise.all(
    languages.map(async (language) => {
      const { what, todo } = say(code, facts, await loadMessages(language));
      return todo === undefined ? what : `${what}\n${todo}`;
    }),
  );

describe('in English, Turkish and Japanese', () => {
  test('a value that is not allowed is told with what is', async () => {
    const facts = {
      name: '--level',
      value: 'LOUD',
      allowed: { kind: 'choice', choices: ['INFO', 'WARN'] },
    } as const;
    expect(await lines('INVALID_VALUE', facts)).toEqual([
      '--level: "LOUD" is not one of INFO, WARN',
      '--level: "LOUD" geçersiz; şunlardan biri olmalı: INFO, WARN',
      '--level: "LOUD" は無効です。INFO, WARN のいずれかを指定してください',
    ]);
  });

  test('a job that does not exist', async () => {
    const jobId = 'cc0e8400-e29b-41d4-a716-446655440000';
    expect(await lines('NOT_FOUND', { path: '/x', jobId })).toEqual([
      `there is no job ${jobId} (404)\nCheck the id, and url, tenant and project with: jobtrack config`,
      `${jobId} kimlikli bir iş yok (404)\nKimliği ve url, tenant, project ayarlarını denetleyin: jobtrack config`,
      `ジョブ ${jobId} は見つかりません（404）\nID と、URL、テナント、プロジェクトを確認してください: jobtrack config`,
    ]);
  });

  test('attempts are counted in the plural of the language', async () => {
    const facts = { origin: 'https://a', reason: 'ECONNREFUSED' };
    const one = await lines('NETWORK', { ...facts, attempts: 1 });
    const three = await lines('NETWORK', { ...facts, attempts: 3 });
    expect([...one, ...three].map((text) => text.split('\n')[0])).toEqual([
      "can't reach https://a after 1 attempt: ECONNREFUSED",
      'https://a adresine ulaşılamadı (1 deneme): ECONNREFUSED',
      'https://a に接続できません（1回試行）: ECONNREFUSED',
      "can't reach https://a after 3 attempts: ECONNREFUSED",
      'https://a adresine ulaşılamadı (3 deneme): ECONNREFUSED',
      'https://a に接続できません（3回試行）: ECONNREFUSED',
    ]);
  });

  test('a wait is told in whole seconds, never less than it is', async () => {
    expect(
      await lines('RATE_LIMITED', { origin: 'https://a', attempts: 1, retryAfterMs: 1001 }),
    ).toEqual([
      'https://a asks for fewer requests (429)\nIt asks to wait 2 s; try again then.',
      'https://a daha az istek gönderilmesini istiyor (429)\nSunucu 2 sn beklenmesini istiyor; sonra yeniden deneyin.',
      'https://a がリクエストを減らすよう求めています（429）\nサーバーは 2秒待つよう求めています。その後もう一度お試しください。',
    ]);
  });
});

test.each(languages)(
  'a command that is offered holds a file name as one word of the shell, in %s',
  async (language) => {
    const file = "/tmp/it's'; touch ran; '/config.json";
    const text = say(
      'CONFIG_UNSAFE',
      { file, reason: 'readable-by-others' },
      await loadMessages(language),
    );
    expect(text.todo).toContain(
      String.raw`chmod 600 '/tmp/it'\''s'\''; touch ran; '\''/config.json'`,
    );
  },
);
