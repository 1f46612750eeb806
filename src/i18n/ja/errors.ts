import {
  type ErrorFacts,
  type ErrorText,
  type ErrorTexts,
  shellWord,
  type WebhookRefusal,
} from '../../errors/index.js';
import {
  expected,
  settingNames,
  settingWays,
  storeRefusals,
  unsafeReasons,
} from './error-words.js';

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)}秒`;
const because = (detail: string | undefined): string => (detail === undefined ? '' : `: ${detail}`);
const meant = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `もしかして: ${suggestion}  ${otherwise}`;
const waitFor = (retryAfterMs: number | undefined): string =>
  retryAfterMs === undefined
    ? 'しばらくしてからもう一度お試しください。'
    : `サーバーは ${seconds(retryAfterMs)}待つよう求めています。その後もう一度お試しください。`;

const invalid = (
  facts: ErrorFacts['INVALID_VALUE'] | ErrorFacts['CONFIG_INVALID_VALUE'],
  where: string,
): ErrorText => ({
  what: `${where}: "${facts.value}" は無効です。${expected(facts.allowed)}を指定してください`,
  ...(facts.suggestion === undefined ? {} : { todo: `もしかして: ${facts.suggestion}` }),
});

const webhookRefusals: Record<WebhookRefusal, { what: string; todo: string }> = {
  unsigned: { what: '署名がありません', todo: 'Standard Webhooks 仕様に従って署名してください。' },
  'bad-signature': {
    what: '署名が一致しません',
    todo: '双方に同じシークレットを指定してください: --secret-file',
  },
  'too-old': {
    what: '送信時刻が古すぎます',
    todo: '双方のマシンの時計を合わせてください。再送されたイベントは信用されません。',
  },
  'too-new': { what: '送信時刻が未来です', todo: '双方のマシンの時計を合わせてください。' },
  'no-event': {
    what: '本文がジョブイベントではありません',
    todo: 'ジョブ追跡 API から送信してください。',
  },
};

/** Every error in Japanese. */
export const errors: ErrorTexts = {
  UNKNOWN_COMMAND: (f) => ({
    what: `"${f.command}" は jobtrack のコマンドではありません`,
    todo: meant(f.suggestion, 'コマンド一覧: jobtrack --help'),
  }),
  UNKNOWN_OPTION: (f) => ({
    what: `${f.command} にオプション ${f.option} はありません`,
    todo: meant(f.suggestion, `オプション一覧: ${f.command} --help`),
  }),
  MISSING_ARGUMENT: (f) => ({
    what: `${f.command} には ${f.argument} が必要です`,
    todo: `使い方: ${f.command} --help`,
  }),
  MISSING_VALUE: (f) => ({ what: `${f.option} には値が必要です` }),
  UNEXPECTED_VALUE: (f) => ({ what: `${f.option} に値は指定できません` }),
  TOO_MANY_ARGUMENTS: (f) => ({
    what: `${f.command} に余分な引数があります: "${f.extra}"`,
    todo: `使い方: ${f.command} --help`,
  }),
  INVALID_VALUE: (f) => invalid(f, f.name),
  CONFLICTING_OPTIONS: (f) => ({
    what: `${f.options.join(' と ')} は同時に使えません`,
    todo:
      f.instead === undefined
        ? 'どちらかを外してください。'
        : `どちらかを外すか、${f.instead} を使ってください。`,
  }),
  NEEDS_TERMINAL: (f) => ({
    what: `${f.option} には描画できる端末が必要ですが、標準出力はそうではありません`,
    todo: `このオプションを外すか、${f.instead} を使ってください`,
  }),
  MISSING_SETTING: (f) => ({
    what: `${settingNames[f.setting]}が設定されていません`,
    todo:
      f.canServe === true
        ? '別の端末でサーバーを起動してください: jobtrack serve'
        : settingWays[f.setting],
  }),
  CONFIG_UNREADABLE: (f) => ({
    what: `設定ファイル ${f.file} を読めません: ${f.reason}`,
    todo: 'ファイルを直すか、別の場所に移してください。',
  }),
  CONFIG_UNKNOWN_KEY: (f) => ({
    what: `${f.file}: "${f.key}" という設定はありません`,
    todo: meant(f.suggestion, '設定一覧: jobtrack config'),
  }),
  CONFIG_FORBIDDEN_KEY: (f) => ({
    what: `${f.file}: "${f.key}" はプロジェクトのファイルでは設定できません`,
    todo: 'トークンの送り先を、クローンしたフォルダーに決めさせないためです。ご自身で設定してください: jobtrack login',
  }),
  CONFIG_INVALID_VALUE: (f) => invalid(f, `${f.file}: ${f.key}`),
  CONFIG_UNSAFE: (f) => ({
    what: `${f.file} は使われません: ${unsafeReasons[f.reason]}`,
    todo:
      f.reason === 'readable-by-others'
        ? `自分だけが読めるようにしてください: chmod 600 ${shellWord(f.file)}`
        : 'ご自身のファイルに置き換えてください。',
  }),
  UNKNOWN_PROFILE: (f) => ({
    what: `プロファイル "${f.profile}" はありません`,
    todo: meant(
      f.suggestion,
      f.known.length === 0
        ? '作成するには: jobtrack login --profile <名前>'
        : `登録済みのプロファイル: ${f.known.join(', ')}`,
    ),
  }),
  REQUEST_REFUSED: (f) => ({
    what: `API がリクエストを拒否しました（${f.status}）${because(f.detail)}`,
    todo: 'オプションを確認してください。送った内容は -v で見られます。',
  }),
  UNAUTHENTICATED: (f) => ({
    what: f.tokenSent
      ? `${f.origin} はこのトークンを受け付けません（401）${because(f.detail)}`
      : `${f.origin} にはトークンが必要ですが、設定されていません（401）${because(f.detail)}`,
    todo: 'JOBTRACK_TOKEN を設定するか、次を実行してください: jobtrack login',
  }),
  FORBIDDEN: (f) => ({
    what: `このトークンにはアクセス権がありません（403）${because(f.detail)}`,
    todo: 'テナントとプロジェクトを確認してください: jobtrack config',
  }),
  NOT_FOUND: (f) => ({
    what:
      f.jobId === undefined
        ? `${f.path} には何もありません（404）${because(f.detail)}`
        : `ジョブ ${f.jobId} は見つかりません（404）${because(f.detail)}`,
    todo: 'ID と、URL、テナント、プロジェクトを確認してください: jobtrack config',
  }),
  NETWORK: (f) => ({
    what: `${f.origin} に接続できません（${f.attempts}回試行）: ${f.reason}`,
    todo: 'アドレスとネットワークを確認してください: jobtrack doctor',
  }),
  DEADLINE: (f) => ({
    what: `${f.origin} が ${seconds(f.timeoutMs)}以内に応答しませんでした`,
    todo: '--request-timeout で待ち時間を延ばしてください（例: --request-timeout 2m）',
  }),
  IDLE: (f) => ({
    what: `${f.origin} から ${seconds(f.idleMs)}間何も届きませんでした`,
    todo: 'もう一度お試しください。接続は開いたままでしたが、応答がありませんでした。',
  }),
  RATE_LIMITED: (f) => ({
    what: `${f.origin} がリクエストを減らすよう求めています（429）`,
    todo: waitFor(f.retryAfterMs),
  }),
  SERVER_ERROR: (f) => ({
    what: `${f.origin} でエラーが発生しました（${f.status}、${f.attempts}回試行）${because(f.detail)}`,
    todo: waitFor(f.retryAfterMs),
  }),
  UNEXPECTED_STATUS: (f) => ({
    what: `${f.origin} が想定外のステータス ${f.status} を返しました${because(f.detail)}`,
    todo: 'URL がジョブ追跡 API の基底アドレスか確認してください: jobtrack config',
  }),
  REDIRECT_REFUSED: (f) => ({
    what: `${f.from} から ${f.to} へのリダイレクトには従いません`,
    todo: 'そのアドレスが正しければ、URL として指定してください。',
  }),
  BODY_TOO_LARGE: (f) => ({
    what: `応答が ${Math.floor(f.limitBytes / 1_048_576)} MiB を超えています`,
    todo: '--limit や --since などで範囲を絞ってください。',
  }),
  BODY_CUT: (f) => ({
    what: `${f.origin} の応答が途中で切れました`,
    todo: 'もう一度お試しください。',
  }),
  BODY_NOT_UNDERSTOOD: (f) => ({
    what: `応答を解釈できません${f.path === undefined ? '' : `（${f.path}）`}: 期待 ${f.expected}、実際 ${f.found}`,
    todo: 'URL がジョブ追跡 API の基底アドレスか確認してください: jobtrack config',
  }),
  FILE_FAILED: (f) => ({ what: `${f.file}: ${f.reason}` }),
  LISTEN_REFUSED: (f) => ({
    what: `${f.host} は他のマシンからアクセスでき、通信は暗号化されません`,
    todo: `127.0.0.1 で待ち受けるか、危険を承知のうえで ${f.flag} を付けてください。`,
  }),
  LISTEN_FAILED: (f) => ({
    what: `${f.address} で待ち受けできません: ${f.reason}`,
    todo: '別の --port を選ぶか、空きポートを使う 0 を指定してください。',
  }),
  STORE_REFUSED: (f) => ({
    what: `${f.file}: ${storeRefusals[f.reason].what}`,
    todo: storeRefusals[f.reason].todo,
  }),
  WEBHOOK_REFUSED: (f) => ({
    what: `Webhook を拒否しました: ${webhookRefusals[f.reason].what}`,
    todo: webhookRefusals[f.reason].todo,
  }),
  INTERNAL: (f) => ({
    what: `jobtrack 内部の誤りです: ${f.reason}`,
    todo: '-v を付けて再実行し、表示された内容を報告してください。',
  }),
};
